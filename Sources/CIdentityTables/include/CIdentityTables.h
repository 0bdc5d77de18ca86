// Tables of Identity: those that `DossierTraining link` learns from news, and the spellings of name parts.
#pragma once
#include <stddef.h>

// The weight of each hashed pair of characters: one byte per hash.
const unsigned char *identity_word_weights(size_t *size);
// Frequent names and given names, one per line of UTF-8 text.
const unsigned char *identity_names(size_t *size);
// The weights of the linking of bare names, one per line of UTF-8 text.
const unsigned char *identity_link_weights(size_t *size);
// Name parts in Chinese characters with their Latin spellings, one per line of UTF-8 text, sorted by bytes.
const unsigned char *identity_name_parts(size_t *size);
// The weights of the clustering of mentions, one per line of UTF-8 text.
const unsigned char *identity_cluster_weights(size_t *size);
