#include "CEntityTables.h"

static const _Alignas(8) unsigned char lexicon[] = {
#embed "lexicon.bin"
};

static const unsigned char countries[] = {
#embed "countries.tsv"
};

const unsigned char *entity_lexicon(size_t *size) {
  *size = sizeof lexicon;
  return lexicon;
}

const unsigned char *entity_countries(size_t *size) {
  *size = sizeof countries;
  return countries;
}
