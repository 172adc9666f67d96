/* SPDX-License-Identifier: Apache-2.0
 *
 * What the make-believe devices say they are. */
#ifndef DESCRIPTORS_H
#define DESCRIPTORS_H
#include <glib.h>

/* Whether a kind of device is a reader of cards, which speaks over bulk endpoints. */
gboolean is_card_reader(const char *kind);

/* Device, configuration, and the interfaces with their IN endpoints, in hexadecimal. */
char *descriptors(const char *vendor, const char *product, const char *kind);
#endif
