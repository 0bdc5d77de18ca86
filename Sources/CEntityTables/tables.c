#include "CEntityTables.h"

static const _Alignas(8) unsigned char lexicon[] = {
#embed "lexicon.bin"
};

static const unsigned char countries[] = {
#embed "countries.tsv"
};

static const unsigned char well_known[] = {
#embed "lists/well-known.tsv"
};

static const unsigned char not_people[] = {
#embed "lists/not-people.tsv"
};

static const unsigned char not_countries[] = {
#embed "lists/not-countries.tsv"
};

static const unsigned char country_names[] = {
#embed "lists/country-names.tsv"
};

static const unsigned char country_english[] = {
#embed "lists/country-english.tsv"
};

static const _Alignas(8) unsigned char tagger[] = {
#embed "tagger.bin"
};

static const unsigned char vote[] = {
#embed "vote.tsv"
};

const unsigned char *entity_lexicon(size_t *size) {
  *size = sizeof lexicon;
  return lexicon;
}

const unsigned char *entity_countries(size_t *size) {
  *size = sizeof countries;
  return countries;
}

const unsigned char *entity_well_known(size_t *size) {
  *size = sizeof well_known;
  return well_known;
}

const unsigned char *entity_not_people(size_t *size) {
  *size = sizeof not_people;
  return not_people;
}

const unsigned char *entity_not_countries(size_t *size) {
  *size = sizeof not_countries;
  return not_countries;
}

const unsigned char *entity_country_names(size_t *size) {
  *size = sizeof country_names;
  return country_names;
}

const unsigned char *entity_country_english(size_t *size) {
  *size = sizeof country_english;
  return country_english;
}

const unsigned char *entity_tagger(size_t *size) {
  *size = sizeof tagger;
  return tagger;
}

const unsigned char *entity_vote(size_t *size) {
  *size = sizeof vote;
  return vote;
}
