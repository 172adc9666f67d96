// SPDX-License-Identifier: Apache-2.0
#include "CLinux.h"

#include <sys/timex.h>

int tachiai_wall_clock_is_synchronised(void) {
    struct timex state = {0};
    return adjtimex(&state) >= 0 && (state.status & STA_UNSYNC) == 0;
}
