/* SPDX-License-Identifier: Apache-2.0 */
#include "card-reader.h"
#include <stdlib.h>
#include <string.h>

typedef void (*Answer)(void *context, const guint8 *bytes, int count);

static const guint8 ack[] = {0, 0, 0xFF, 0, 0xFF, 0};

static int unhex(const char *hex, guint8 *bytes, int most)
{
    int count = 0;
    for (; hex[0] && hex[1] && count < most; hex += 2) {
        char pair[3] = {hex[0], hex[1], 0};
        bytes[count++] = strtoul(pair, NULL, 16);
    }
    return count;
}

void card_reader_put(CardReader *reader, const char *kind, const char *number, const char *code)
{
    reader->felica[0] = 0xFF;
    reader->uid_length = 0;
    reader->is_powered = FALSE;
    gboolean is_lite_s = strcmp(kind, "lite-s") == 0;
    if (is_lite_s || strcmp(kind, "felica") == 0) {
        unhex(number, reader->felica, 8);
        unhex(is_lite_s ? "00f1000000014300" : "0120220427674eff", reader->felica + 8, 8);
        unhex(code, reader->felica + 16, 2);
    } else if (strcmp(kind, "type-a") == 0) {
        reader->uid_length = unhex(number, reader->uid, sizeof reader->uid);
    }
}

/* The part of a type A number at a cascade level, and whether there is a further one. */
static gboolean part(const CardReader *reader, int level, guint8 *bytes)
{
    int levels = reader->uid_length == 4 ? 1 : reader->uid_length == 7 ? 2 : 3;
    gboolean goes_on = level < levels - 1;
    const guint8 *uid = reader->uid + 3 * level;
    bytes[0] = goes_on ? 0x88 : uid[0];
    memcpy(bytes + 1, goes_on ? uid : uid + 1, 3);
    bytes[4] = bytes[0] ^ bytes[1] ^ bytes[2] ^ bytes[3];
    return goes_on;
}

/* What comes back from the field; 0 for nothing. */
static int field(const CardReader *reader, const guint8 *frame, int count, guint8 *reply)
{
    if (reader->technology == 1 && count == 6 && frame[1] == 0 && reader->felica[0] != 0xFF &&
        memcmp(frame + 2, reader->felica + 16, 2) == 0) {
        reply[0] = 20;
        reply[1] = 1;
        memcpy(reply + 2, reader->felica, 18);
        return 20;
    }
    if (reader->technology == 1 && count > 10 && (frame[1] == 6 || frame[1] == 8) &&
        reader->felica[9] == 0xF1 && memcmp(frame + 2, reader->felica, 8) == 0) {
        /* It takes a challenge, and answers blocks: its number, key version 1, and no right MAC. */
        int length = frame[1] == 8 ? 12 : 13 + 48;
        memset(reply, 0, length);
        reply[0] = length;
        reply[1] = frame[1] + 1;
        memcpy(reply + 2, reader->felica, 8);
        if (frame[1] == 6) {
            reply[12] = 3;
            memcpy(reply + 13, reader->felica, 8);
            reply[13 + 16] = 1;
        }
        return length;
    }
    if (reader->technology != 2 || reader->uid_length == 0)
        return 0;
    if (count == 1 && frame[0] == 0x26) {
        reply[0] = 0x44;
        reply[1] = 0;
        return 2;
    }
    int level = (frame[0] - 0x93) / 2;
    gboolean goes_on = part(reader, level, reply);
    if (count == 2)
        return 5;
    reply[0] = goes_on ? 0x04 : 0x20;
    return 1;
}

static void payload(const guint8 *bytes, int count, Answer answer, void *context)
{
    guint8 frame[320] = {0, 0, 0xFF, 0xFF, 0xFF, count & 255, count >> 8};
    guint8 sum = 0;
    frame[7] = -(frame[5] + frame[6]);
    for (int i = 0; i < count; i++)
        sum += frame[8 + i] = bytes[i];
    frame[8 + count] = -sum;
    answer(context, frame, count + 10);
}

static void take_rcs380(
    CardReader *reader, const guint8 *message, int count, Answer answer, void *context)
{
    if (count < 10 || message[8] != 0xD6)
        return; /* an acknowledgement breaks off */
    const guint8 *body = message + 9;
    int length = count - 11;
    guint8 reply[128] = {0xD7, body[0] + 1};
    int size = 3;
    answer(context, ack, sizeof ack);
    if (body[0] == 0x00) {
        reader->technology = body[1];
    } else if (body[0] == 0x20) {
        reply[2] = 0x11;
        reply[3] = 0x01;
        size = 4;
    } else if (body[0] == 0x22) {
        reply[3] = 1;
        size = 4;
    } else if (body[0] == 0x04) {
        int given = field(reader, body + 3, length - 3, reply + 7);
        reply[2] = given ? 0 : 0x80;
        reply[6] = given ? 8 : 0;
        size = given ? 7 + given : 6;
    }
    payload(reply, size, answer, context);
}

static void take_rcs300(
    CardReader *reader, const guint8 *message, int count, Answer answer, void *context)
{
    if (count < 15 || message[0] != 0x6B)
        return;
    const guint8 *command = message + 10;
    guint8 reply[192] = {0x83, 0, 0, 0, 0, 0, message[6]};
    guint8 *end = reply + 10;
    static const guint8 fine[] = {0xC0, 3, 0, 0x90, 0}, nobody[] = {0xC0, 3, 0, 0x64, 1};
    gboolean is_bare = FALSE;
    if (command[1] == 0xCA) {
        is_bare = reader->uid_length == 0;
        memcpy(end, reader->uid, reader->uid_length);
        end += reader->uid_length;
    } else if (command[1] == 0x56) {
        memcpy(end, "\1\2\3\4", 4);
        end += 4;
    } else if (command[3] == 0x01) {
        const guint8 *frame = memchr(command + 7, 0x95, count - 20);
        guint8 given[128];
        int length = field(reader, frame + 4, frame[3], given);
        memcpy(end, length ? fine : nobody, 5);
        end += 5;
        if (length) {
            memcpy(end, "\x92\1\0\x96\2\0\0\x97", 8);
            end[8] = length;
            memcpy(end + 9, given, length);
            end += 9 + length;
        }
    } else {
        gboolean is_empty = FALSE;
        if (command[3] == 0x02) {
            reader->technology = command[7] == 3 ? 1 : command[7] == 0 ? 2 : 3;
            is_empty = reader->technology == 2 && reader->uid_length == 0;
        }
        memcpy(end, is_empty ? nobody : fine, 5);
        end += 5;
    }
    *end++ = is_bare ? 0x63 : 0x90;
    *end++ = 0;
    reply[1] = end - reply - 10;
    answer(context, reply, end - reply);
}

/* What an ACS reader answers to a command for itself, those of the ACR122U and of the later models. */
static int own(const guint8 *command, int count, guint8 *reply)
{
    if (count >= 5 && memcmp(command, "\xE0\0\0", 3) == 0) {
        gboolean is_version = command[3] == 0x18;
        const char *version = "ACR1252U_1";
        memcpy(reply, "\xE1\0\0\0", 4);
        reply[4] = is_version ? strlen(version) : 1;
        reply[5] = count > 5 ? command[5] : 0x8F;
        if (is_version)
            memcpy(reply + 5, version, reply[4]);
        return 5 + reply[4];
    }
    if (count == 5 && memcmp(command, "\xFF\0\x48", 3) == 0) {
        memcpy(reply, "ACR122U214", 10);
        return 10;
    }
    memcpy(reply, "\x90\0", 2);
    return 2;
}

/* What comes of a command for the card. */
static int card_command(CardReader *reader, const guint8 *command, int count, guint8 *reply)
{
    gboolean is_felica = reader->uid_length == 0;
    int size = 0;
    if (count == 5 && memcmp(command, "\xFF\xCA\0\0\0", 5) == 0) {
        size = is_felica ? 8 : reader->uid_length;
        memcpy(reply, is_felica ? reader->felica : reader->uid, size);
    } else if (count > 5 && memcmp(command, "\xFF\0\0\0", 4) == 0 && command[4] == count - 5) {
        gboolean is_wrapped = memcmp(command + 5, "\xD4\x40\1", 3) == 0;
        const guint8 *frame = command + (is_wrapped ? 8 : 5);
        reader->technology = 1;
        int given = field(reader, frame, frame[0], reply + (is_wrapped ? 3 : 0));
        if (is_wrapped)
            memcpy(reply, given ? "\xD5\x41\0" : "\xD5\x41\1", 3);
        size = given + (is_wrapped ? 3 : 0);
    }
    memcpy(reply + size, size ? "\x90\0" : "\x63\0", 2);
    return size + 2;
}

static int answer_to_reset(const CardReader *reader, guint8 *reply)
{
    static const guint8 start[] = {0x3B, 0x8F, 0x80, 1, 0x80, 0x4F, 0x0C, 0xA0, 0, 0, 3, 6};
    memcpy(reply, start, sizeof start);
    memset(reply + 12, 0, 8);
    reply[12] = reader->uid_length ? 0x03 : 0x11;
    reply[14] = reader->uid_length ? 0x01 : 0x3B;
    for (int i = 1; i < 19; i++)
        reply[19] ^= reply[i];
    return 20;
}

static void take_ccid(
    CardReader *reader, const guint8 *message, int count, Answer answer, void *context)
{
    if (count < 10)
        return;
    gboolean is_there = reader->uid_length || reader->felica[0] != 0xFF;
    guint8 reply[128] = {0x81, 0, 0, 0, 0, message[5], message[6]};
    int size = 0, error = -1;
    if (message[5] != 0) {
        error = 5;
    } else if (message[1] + (message[2] << 8) != count - 10 || message[3] || message[4]) {
        error = 1;
    } else if (message[0] == 0x62 || message[0] == 0x6F) {
        reply[0] = 0x80;
        reader->is_powered = is_there && (reader->is_powered || message[0] == 0x62);
        if (!reader->is_powered)
            error = 0xFE;
        else if (message[0] == 0x62)
            size = answer_to_reset(reader, reply + 10);
        else
            size = card_command(reader, message + 10, count - 10, reply + 10);
    } else if (message[0] == 0x63) {
        reader->is_powered = FALSE;
    } else if (message[0] == 0x6B) {
        reply[0] = 0x83;
        size = own(message + 10, count - 10, reply + 10);
    } else if (message[0] != 0x65 && message[0] != 0x72) {
        error = 0;
    }
    reply[1] = size;
    reply[7] = (error < 0 ? 0 : 0x40) | (is_there ? !reader->is_powered : 2);
    reply[8] = error < 0 ? 0 : error;
    answer(context, reply, 10 + size);
}

void card_reader_take(
    CardReader *reader, const guint8 *message, int count, Answer answer, void *context)
{
    switch (reader->model) {
    case READER_RCS380: return take_rcs380(reader, message, count, answer, context);
    case READER_RCS300: return take_rcs300(reader, message, count, answer, context);
    case READER_CCID: return take_ccid(reader, message, count, answer, context);
    }
}
