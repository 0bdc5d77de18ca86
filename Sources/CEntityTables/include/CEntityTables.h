// Word tables of Entities: generated ones (scripts/generate-entity-tables) and hand-made lists, read as they are.
#pragma once
#include <stddef.h>

// The lexicon; its layout is described in Sources/Entities/Lexicon/LexiconTable.swift. 8-byte aligned.
const unsigned char *entity_lexicon(size_t *size);
// The countries, one a line of UTF-8 text.
const unsigned char *entity_countries(size_t *size);
// Well-known persons (lists/well-known.tsv), one a line of UTF-8 text.
const unsigned char *entity_well_known(size_t *size);
// Strings that look like persons' names and are not (lists/not-people.tsv).
const unsigned char *entity_not_people(size_t *size);
// Words that hold the name of a country and do not name it (lists/not-countries.tsv).
const unsigned char *entity_not_countries(size_t *size);
// Further names of countries in Chinese text (lists/country-names.tsv).
const unsigned char *entity_country_names(size_t *size);
// Further English names to search countries by (lists/country-english.tsv).
const unsigned char *entity_country_english(size_t *size);
// The weights of the person tagger; their layout is described in Sources/Entities/Tagger/TaggerModel.swift.
const unsigned char *entity_tagger(size_t *size);
// The weights of the vote about persons' names, one a line of UTF-8 text.
const unsigned char *entity_vote(size_t *size);
