/// The version of folding and units; part of the tokenizer's arguments, so that an index built with other
/// tables is noticed. It grows with every change that gives any text other units or other folded bytes.
package let hanTextVersion = 1
