// SPDX-License-Identifier: Apache-2.0
#pragma once
int tachiai_gpio_api(void);
