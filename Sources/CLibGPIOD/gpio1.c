// SPDX-License-Identifier: Apache-2.0
// The shim over libgpiod 1.6 (Debian 12).
#include "CLibGPIOD.h"
#include <errno.h>
#include <gpiod.h>
#include <stdlib.h>
#ifdef GPIOD_LINE_BULK_MAX_LINES

int tachiai_gpio_api(void) { return 1; }

struct tachiai_gpio_chip {
    struct gpiod_chip *chip;
    struct gpiod_line *line;
};

tachiai_gpio_chip *tachiai_gpio_chip_open(const char *path) {
    tachiai_gpio_chip *self = calloc(1, sizeof *self);
    if (!self) return NULL;
    self->chip = gpiod_chip_open(path);
    if (self->chip) return self;
    int error = errno;
    free(self);
    errno = error;
    return NULL;
}

void tachiai_gpio_chip_close(tachiai_gpio_chip *self) {
    gpiod_chip_close(self->chip);
    free(self);
}

const char *tachiai_gpio_chip_name(tachiai_gpio_chip *self) {
    return gpiod_chip_name(self->chip);
}
const char *tachiai_gpio_chip_label(tachiai_gpio_chip *self) {
    return gpiod_chip_label(self->chip);
}
unsigned tachiai_gpio_chip_lines(tachiai_gpio_chip *self) {
    return gpiod_chip_num_lines(self->chip);
}

int tachiai_gpio_chip_look(tachiai_gpio_chip *self, unsigned offset) {
    struct gpiod_line *line = gpiod_chip_get_line(self->chip, offset);
    if (!line) return -1;
    self->line = line;
    return 0;
}

const char *tachiai_gpio_line_name(tachiai_gpio_chip *self) {
    return gpiod_line_name(self->line);
}
const char *tachiai_gpio_line_consumer(tachiai_gpio_chip *self) {
    return gpiod_line_consumer(self->line);
}
bool tachiai_gpio_line_is_used(tachiai_gpio_chip *self) {
    return gpiod_line_is_used(self->line);
}
bool tachiai_gpio_line_is_output(tachiai_gpio_chip *self) {
    return gpiod_line_direction(self->line) == GPIOD_LINE_DIRECTION_OUTPUT;
}

struct tachiai_gpio_line {
    struct gpiod_chip *chip;
    struct gpiod_line *line;
    bool has_edges;
};

static tachiai_gpio_line *request(const char *path, unsigned offset,
                                  const struct gpiod_line_request_config *config, int initial) {
    tachiai_gpio_line *self = calloc(1, sizeof *self);
    if (!self) return NULL;
    self->has_edges = config->request_type == GPIOD_LINE_REQUEST_EVENT_BOTH_EDGES;
    self->chip = gpiod_chip_open(path);
    if (self->chip) {
        self->line = gpiod_chip_get_line(self->chip, offset);
        if (self->line && gpiod_line_request(self->line, config, initial) == 0) return self;
    }
    int error = errno;
    if (self->chip) gpiod_chip_close(self->chip);
    free(self);
    errno = error;
    return NULL;
}

tachiai_gpio_line *tachiai_gpio_request_output(const char *path, unsigned offset,
                                               const char *consumer, bool active_low,
                                               bool initial) {
    struct gpiod_line_request_config config = {
        .consumer = consumer,
        .request_type = GPIOD_LINE_REQUEST_DIRECTION_OUTPUT,
        .flags = active_low ? GPIOD_LINE_REQUEST_FLAG_ACTIVE_LOW : 0,
    };
    return request(path, offset, &config, initial);
}

tachiai_gpio_line *tachiai_gpio_request_input(const char *path, unsigned offset,
                                              const char *consumer, bool active_low,
                                              enum tachiai_gpio_bias bias) {
    static const int biases[] = {
        [TACHIAI_GPIO_BIAS_AS_IS] = 0,
        [TACHIAI_GPIO_BIAS_DISABLED] = GPIOD_LINE_REQUEST_FLAG_BIAS_DISABLE,
        [TACHIAI_GPIO_BIAS_PULL_UP] = GPIOD_LINE_REQUEST_FLAG_BIAS_PULL_UP,
        [TACHIAI_GPIO_BIAS_PULL_DOWN] = GPIOD_LINE_REQUEST_FLAG_BIAS_PULL_DOWN,
    };
    struct gpiod_line_request_config config = {
        .consumer = consumer,
        .request_type = GPIOD_LINE_REQUEST_EVENT_BOTH_EDGES,
        .flags = biases[bias] | (active_low ? GPIOD_LINE_REQUEST_FLAG_ACTIVE_LOW : 0),
    };
    return request(path, offset, &config, 0);
}

int tachiai_gpio_fd(tachiai_gpio_line *self) {
    if (self->has_edges) return gpiod_line_event_get_fd(self->line);
    errno = EINVAL;
    return -1;
}

int tachiai_gpio_get(tachiai_gpio_line *self) { return gpiod_line_get_value(self->line); }

int tachiai_gpio_set(tachiai_gpio_line *self, bool active) {
    return gpiod_line_set_value(self->line, active);
}

int tachiai_gpio_read(tachiai_gpio_line *self, tachiai_gpio_edge *edges) {
    struct gpiod_line_event events[TACHIAI_GPIO_EDGES];
    int count = gpiod_line_event_read_multiple(self->line, events, TACHIAI_GPIO_EDGES);
    for (int i = 0; i < count; i++) {
        edges[i].is_rising = events[i].event_type == GPIOD_LINE_EVENT_RISING_EDGE;
        edges[i].nanoseconds =
            (uint64_t)events[i].ts.tv_sec * 1000000000u + (uint64_t)events[i].ts.tv_nsec;
    }
    return count;
}

void tachiai_gpio_release(tachiai_gpio_line *self) {
    gpiod_line_release(self->line);
    gpiod_chip_close(self->chip);
    free(self);
}

#endif
