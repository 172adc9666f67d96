// SPDX-License-Identifier: Apache-2.0
#include "CLibGPIOD.h"
#include <gpiod.h>
int tachiai_gpio_api(void) {
#ifdef GPIOD_LINE_BULK_MAX_LINES
    return 1;
#else
    return 2;
#endif
}
