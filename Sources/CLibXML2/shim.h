// What the project uses of libxml2: the HTML parser's events.
#pragma once
// Debian's libxml2 is built with ICU, whose types clash with those that Foundation brings along. Nothing here
// needs the members that would be declared with them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
