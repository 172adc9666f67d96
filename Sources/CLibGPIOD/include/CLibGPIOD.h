// SPDX-License-Identifier: Apache-2.0
// What Tachiai needs of libgpiod, the same over 1.6 and 2.x. Swift sees this, never gpiod.h:
// the two libraries share names of enumerators that have other values.
// Whatever answers NULL or -1 leaves errno as the kernel or libgpiod set it.
// A handle belongs to one thread at a time; handles share nothing with each other.
#pragma once

#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/eventfd.h>

/// The libgpiod that this was compiled against: 1 or 2.
int tachiai_gpio_api(void);

// A chip, to be looked at.

typedef struct tachiai_gpio_chip tachiai_gpio_chip;

tachiai_gpio_chip *tachiai_gpio_chip_open(const char *path);
void tachiai_gpio_chip_close(tachiai_gpio_chip *chip);
const char *tachiai_gpio_chip_name(tachiai_gpio_chip *chip);
const char *tachiai_gpio_chip_label(tachiai_gpio_chip *chip);
unsigned tachiai_gpio_chip_lines(tachiai_gpio_chip *chip);

/// Looks at a line; what follows speaks of the line looked at last. 0, or -1.
int tachiai_gpio_chip_look(tachiai_gpio_chip *chip, unsigned offset);
/// The line's name, or NULL.
const char *tachiai_gpio_line_name(tachiai_gpio_chip *chip);
/// Who holds the line, or NULL.
const char *tachiai_gpio_line_consumer(tachiai_gpio_chip *chip);
bool tachiai_gpio_line_is_used(tachiai_gpio_chip *chip);
bool tachiai_gpio_line_is_output(tachiai_gpio_chip *chip);

// A line, held by this process alone.

typedef struct tachiai_gpio_line tachiai_gpio_line;

enum tachiai_gpio_bias {
    TACHIAI_GPIO_BIAS_AS_IS,
    TACHIAI_GPIO_BIAS_DISABLED,
    TACHIAI_GPIO_BIAS_PULL_UP,
    TACHIAI_GPIO_BIAS_PULL_DOWN,
};

typedef struct {
    /// Whether the line became active.
    bool is_rising;
    /// CLOCK_MONOTONIC, since Linux 5.7.
    uint64_t nanoseconds;
} tachiai_gpio_edge;

/// Takes an output, which comes up with its initial value: no glitch.
tachiai_gpio_line *tachiai_gpio_request_output(const char *path, unsigned offset,
                                               const char *consumer, bool active_low,
                                               bool initial);
/// Takes an input with both its edges.
tachiai_gpio_line *tachiai_gpio_request_input(const char *path, unsigned offset,
                                              const char *consumer, bool active_low,
                                              enum tachiai_gpio_bias bias);
/// Readable when an edge waits.
int tachiai_gpio_fd(tachiai_gpio_line *line);
/// 1 when active, 0 when not, -1.
int tachiai_gpio_get(tachiai_gpio_line *line);
/// 0, or -1.
int tachiai_gpio_set(tachiai_gpio_line *line, bool active);

#define TACHIAI_GPIO_EDGES 16
/// Reads up to TACHIAI_GPIO_EDGES edges, and waits while there is none; how many, or -1.
int tachiai_gpio_read(tachiai_gpio_line *line, tachiai_gpio_edge *edges);
void tachiai_gpio_release(tachiai_gpio_line *line);
