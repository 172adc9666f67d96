// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Whether the kernel says that something disciplines the wall clock: 1 or 0; adjtimex(2), STA_UNSYNC.
int tachiai_wall_clock_is_synchronised(void);
