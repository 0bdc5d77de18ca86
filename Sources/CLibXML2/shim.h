// What the project uses of libxml2: the HTML parser and the tree it builds.
#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
