#include "CIdentityTables.h"

static const unsigned char word_weights[] = {
#embed "word-weights.bin"
};

static const unsigned char names[] = {
#embed "names.tsv"
};

static const unsigned char link_weights[] = {
#embed "link.tsv"
};

static const unsigned char cluster_weights[] = {
#embed "clusters.tsv"
};

static const unsigned char name_parts[] = {
#embed "name-parts.tsv"
};

const unsigned char *identity_word_weights(size_t *size) {
  *size = sizeof word_weights;
  return word_weights;
}

const unsigned char *identity_names(size_t *size) {
  *size = sizeof names;
  return names;
}

const unsigned char *identity_link_weights(size_t *size) {
  *size = sizeof link_weights;
  return link_weights;
}

const unsigned char *identity_name_parts(size_t *size) {
  *size = sizeof name_parts;
  return name_parts;
}

const unsigned char *identity_cluster_weights(size_t *size) {
  *size = sizeof cluster_weights;
  return cluster_weights;
}
