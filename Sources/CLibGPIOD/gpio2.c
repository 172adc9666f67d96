// SPDX-License-Identifier: Apache-2.0
// The shim over libgpiod 2.x (Debian 13).
#include "CLibGPIOD.h"
#include <errno.h>
#include <gpiod.h>
#include <stdlib.h>
#ifndef GPIOD_LINE_BULK_MAX_LINES

int tachiai_gpio_api(void) { return 2; }

struct tachiai_gpio_chip {
    struct gpiod_chip *chip;
    struct gpiod_chip_info *info;
    struct gpiod_line_info *line;
};

tachiai_gpio_chip *tachiai_gpio_chip_open(const char *path) {
    tachiai_gpio_chip *self = calloc(1, sizeof *self);
    if (!self) return NULL;
    self->chip = gpiod_chip_open(path);
    if (self->chip) self->info = gpiod_chip_get_info(self->chip);
    if (self->info) return self;
    int error = errno;
    if (self->chip) gpiod_chip_close(self->chip);
    free(self);
    errno = error;
    return NULL;
}

void tachiai_gpio_chip_close(tachiai_gpio_chip *self) {
    if (self->line) gpiod_line_info_free(self->line);
    gpiod_chip_info_free(self->info);
    gpiod_chip_close(self->chip);
    free(self);
}

const char *tachiai_gpio_chip_name(tachiai_gpio_chip *self) {
    return gpiod_chip_info_get_name(self->info);
}
const char *tachiai_gpio_chip_label(tachiai_gpio_chip *self) {
    return gpiod_chip_info_get_label(self->info);
}
unsigned tachiai_gpio_chip_lines(tachiai_gpio_chip *self) {
    return (unsigned)gpiod_chip_info_get_num_lines(self->info);
}

int tachiai_gpio_chip_look(tachiai_gpio_chip *self, unsigned offset) {
    struct gpiod_line_info *line = gpiod_chip_get_line_info(self->chip, offset);
    if (!line) return -1;
    if (self->line) gpiod_line_info_free(self->line);
    self->line = line;
    return 0;
}

const char *tachiai_gpio_line_name(tachiai_gpio_chip *self) {
    return gpiod_line_info_get_name(self->line);
}
const char *tachiai_gpio_line_consumer(tachiai_gpio_chip *self) {
    return gpiod_line_info_get_consumer(self->line);
}
bool tachiai_gpio_line_is_used(tachiai_gpio_chip *self) {
    return gpiod_line_info_is_used(self->line);
}
bool tachiai_gpio_line_is_output(tachiai_gpio_chip *self) {
    return gpiod_line_info_get_direction(self->line) == GPIOD_LINE_DIRECTION_OUTPUT;
}

struct tachiai_gpio_line {
    struct gpiod_line_request *request;
    struct gpiod_edge_event_buffer *buffer;
    unsigned offset;
};

/// Takes the line and frees the settings.
static tachiai_gpio_line *request(const char *path, unsigned offset, const char *consumer,
                                  struct gpiod_line_settings *settings) {
    tachiai_gpio_line *self = calloc(1, sizeof *self);
    struct gpiod_edge_event_buffer *buffer = gpiod_edge_event_buffer_new(TACHIAI_GPIO_EDGES);
    struct gpiod_line_config *lines = gpiod_line_config_new();
    struct gpiod_request_config *config = gpiod_request_config_new();
    struct gpiod_chip *chip = gpiod_chip_open(path);
    struct gpiod_line_request *taken = NULL;
    if (self && buffer && lines && config && chip) {
        gpiod_request_config_set_consumer(config, consumer);
        if (gpiod_line_config_add_line_settings(lines, &offset, 1, settings) == 0)
            taken = gpiod_chip_request_lines(chip, config, lines);
    }
    int error = errno;
    if (chip) gpiod_chip_close(chip);
    gpiod_request_config_free(config);
    gpiod_line_config_free(lines);
    gpiod_line_settings_free(settings);
    if (taken) {
        *self = (tachiai_gpio_line){.request = taken, .buffer = buffer, .offset = offset};
        return self;
    }
    gpiod_edge_event_buffer_free(buffer);
    free(self);
    errno = error;
    return NULL;
}

tachiai_gpio_line *tachiai_gpio_request_output(const char *path, unsigned offset,
                                               const char *consumer, bool active_low,
                                               bool initial) {
    struct gpiod_line_settings *settings = gpiod_line_settings_new();
    if (!settings) return NULL;
    gpiod_line_settings_set_direction(settings, GPIOD_LINE_DIRECTION_OUTPUT);
    gpiod_line_settings_set_active_low(settings, active_low);
    gpiod_line_settings_set_output_value(
        settings, initial ? GPIOD_LINE_VALUE_ACTIVE : GPIOD_LINE_VALUE_INACTIVE);
    return request(path, offset, consumer, settings);
}

tachiai_gpio_line *tachiai_gpio_request_input(const char *path, unsigned offset,
                                              const char *consumer, bool active_low,
                                              enum tachiai_gpio_bias bias) {
    static const enum gpiod_line_bias biases[] = {
        [TACHIAI_GPIO_BIAS_AS_IS] = GPIOD_LINE_BIAS_AS_IS,
        [TACHIAI_GPIO_BIAS_DISABLED] = GPIOD_LINE_BIAS_DISABLED,
        [TACHIAI_GPIO_BIAS_PULL_UP] = GPIOD_LINE_BIAS_PULL_UP,
        [TACHIAI_GPIO_BIAS_PULL_DOWN] = GPIOD_LINE_BIAS_PULL_DOWN,
    };
    struct gpiod_line_settings *settings = gpiod_line_settings_new();
    if (!settings) return NULL;
    gpiod_line_settings_set_direction(settings, GPIOD_LINE_DIRECTION_INPUT);
    gpiod_line_settings_set_active_low(settings, active_low);
    gpiod_line_settings_set_bias(settings, biases[bias]);
    gpiod_line_settings_set_edge_detection(settings, GPIOD_LINE_EDGE_BOTH);
    return request(path, offset, consumer, settings);
}

int tachiai_gpio_fd(tachiai_gpio_line *self) {
    return gpiod_line_request_get_fd(self->request);
}

int tachiai_gpio_get(tachiai_gpio_line *self) {
    return (int)gpiod_line_request_get_value(self->request, self->offset);
}

int tachiai_gpio_set(tachiai_gpio_line *self, bool active) {
    return gpiod_line_request_set_value(
        self->request, self->offset,
        active ? GPIOD_LINE_VALUE_ACTIVE : GPIOD_LINE_VALUE_INACTIVE);
}

int tachiai_gpio_read(tachiai_gpio_line *self, tachiai_gpio_edge *edges) {
    int count = gpiod_line_request_read_edge_events(self->request, self->buffer,
                                                    TACHIAI_GPIO_EDGES);
    for (int i = 0; i < count; i++) {
        struct gpiod_edge_event *event =
            gpiod_edge_event_buffer_get_event(self->buffer, (unsigned long)i);
        edges[i].is_rising = gpiod_edge_event_get_event_type(event) == GPIOD_EDGE_EVENT_RISING_EDGE;
        edges[i].nanoseconds = gpiod_edge_event_get_timestamp_ns(event);
    }
    return count;
}

void tachiai_gpio_release(tachiai_gpio_line *self) {
    gpiod_line_request_release(self->request);
    gpiod_edge_event_buffer_free(self->buffer);
    free(self);
}

#endif
