// What the project uses of libxml2: the HTML parser's events.
#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
