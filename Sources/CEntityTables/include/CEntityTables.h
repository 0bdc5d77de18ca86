// Generated word tables of Entities (scripts/generate-entity-tables).
#pragma once
#include <stddef.h>

// The lexicon; its layout is described in Sources/Entities/Lexicon/LexiconTable.swift. 8-byte aligned.
const unsigned char *entity_lexicon(size_t *size);
// The countries, one a line of UTF-8 text.
const unsigned char *entity_countries(size_t *size);
// Well-known persons (lists/well-known.tsv), one a line of UTF-8 text.
const unsigned char *entity_well_known(size_t *size);
// The weights of the person tagger; their layout is described in Sources/Entities/Tagger/TaggerModel.swift.
const unsigned char *entity_tagger(size_t *size);
// The weights of the vote about persons' names, one a line of UTF-8 text.
const unsigned char *entity_vote(size_t *size);
