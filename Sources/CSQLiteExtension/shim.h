// What a loadable extension sees of SQLite (Debian's libsqlite3-dev). Nothing of it may be linked: an extension
// calls SQLite through the routines it is given when it is loaded.
#pragma once
#include <sqlite3ext.h>
