/* SPDX-License-Identifier: Apache-2.0
 *
 * A make-believe device, and what the kernel would do for whoever has it open. */
#ifndef DEVICE_H
#define DEVICE_H
#include "card-reader.h"
#include <umockdev.h>

enum { REPORT_BYTES = 320 };

typedef struct {
    int status;
    int count;
    guint8 bytes[REPORT_BYTES];
} Answer;

typedef struct {
    char port[32];
    char syspath[128];
    char node[64];
    UMockdevIoctlBase *handler;
    GQueue *flying;    /* UMockdevIoctlData of submitted URBs */
    GQueue *discarded; /* the same, called back */
    GQueue *answers;   /* what the bulk IN endpoint gives next */
    GQueue *reports;   /* what the interrupt IN endpoint gives next */
    int given;         /* how many reports it has given */
    gboolean gone, stalls, busy, mute, is_card_reader;
    gboolean tells; /* whether its interrupt endpoint tells of cards */
    CardReader reader;
    int damage; /* which byte of the next answer is turned round; -1 for none */
    int left;   /* after how many messages it vanishes; 0 for never */
} Device;

/* Held by whoever touches a device. */
extern GMutex lock;

/* Writes a line of what goes on. */
void say(const char *format, ...);

/* Serves a request of the program for a device. */
gboolean handle(UMockdevIoctlBase *base, UMockdevIoctlClient *client, Device *device);

/* The program has closed a device. */
void vanished(UMockdevIoctlBase *base, UMockdevIoctlClient *client, Device *device);
#endif
