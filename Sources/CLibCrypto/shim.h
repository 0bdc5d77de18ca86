// What the project uses of OpenSSL's libcrypto: the one-shot digest.
#pragma once
#include <openssl/evp.h>
