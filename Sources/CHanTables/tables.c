#include "CHanTables.h"
