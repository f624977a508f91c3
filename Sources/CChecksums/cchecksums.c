#include "cchecksums.h"
