#include "CEntityTables.h"
