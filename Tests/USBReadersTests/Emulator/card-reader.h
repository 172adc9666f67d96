/* SPDX-License-Identifier: Apache-2.0
 *
 * What a Sony RC-S380, a Sony RC-S300 or an ACS reader of the CCID class answers, with a card or none
 * in its field. */
#ifndef CARD_READER_H
#define CARD_READER_H
#include <glib.h>

typedef struct {
    enum { READER_RCS380, READER_RCS300, READER_CCID } model;
    gboolean is_powered; /* whether the card in a CCID reader's slot is */
    guint8 technology; /* 1 FeliCa, 2 type A, 3 type B */
    guint8 felica[18]; /* IDm, PMm, system code; the first byte FF: none */
    guint8 uid[10];
    int uid_length; /* 0: no type A card */
} CardReader;

/* Takes a message of the host, and gives each answer to `answer`. */
void card_reader_take(CardReader *reader, const guint8 *message, int count,
    void (*answer)(void *context, const guint8 *bytes, int count), void *context);

/* Puts a card into the field: "felica IDM CODE", "type-a UID" or "none". */
void card_reader_put(CardReader *reader, const char *kind, const char *number, const char *code);
#endif
