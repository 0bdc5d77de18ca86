/// The version of folding and units; part of the tokenizer's arguments, so that an index built with other
/// tables is noticed.
package let hanTextVersion = 1
