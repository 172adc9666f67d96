/* SPDX-License-Identifier: Apache-2.0
 *
 * A USB tree of make-believe devices under umockdev, for one program that speaks to them by the real
 * libusb: the program is started by this one, inside the same mock of /sys, /dev and udev.
 *
 * usb-emulator PROGRAM ARGUMENT...   reads commands, a line each:
 *   plug PORT ADDRESS VENDOR PRODUCT SERIAL|- KIND   KIND: keyboard, two-keyboards,
 *                          busy-keyboard, stalling-keyboard (as by the commands below), storage,
 *                          rc-s380, rc-s300, ccid, ccid-silent (without an interrupt endpoint)
 *   plug-quietly …         the same, and udev announces nothing
 *   unplug PORT
 *   report PORT HEX        the interrupt endpoint gives these bytes; "-" for none
 *   unasked PORT HEX       the same of a card reader's bulk IN endpoint
 *   fail PORT ERRNO        the IN transfer ends with this error, a card reader's bulk one
 *   stall PORT on|off      control requests are stalled
 *   mute PORT on|off       nothing is answered any more
 *   card PORT felica IDM CODE | lite-s IDM CODE | type-a UID - | none - -   what is in a card
 *                          reader's field; lite-s is a copy, which says it has key 1 and does not
 *   damage PORT BYTE       this byte of a card reader's next answer is turned round
 *   vanish PORT COUNT      the device is gone with the host's next but COUNT message; udev knows nothing
 *   busy PORT on|off       claims are refused, as if another program held the device
 *   tell TEXT              goes to the program's standard input, as a line
 *   end                    closes the program's standard input, and waits for it
 * and writes what the program does to the devices as lines that begin with "usb".
 */
#define _GNU_SOURCE
#include "descriptors.h"
#include "device.h"
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <umockdev.h>
#include <unistd.h>

enum { MOST_DEVICES = 20000 };

static UMockdevTestbed *testbed;
static Device devices[MOST_DEVICES];
static int device_count;

static void add(
    const char *syspath, int address, const char *serial, const char *hex, gboolean quietly)
{
    char text[2048];
    snprintf(text, sizeof text,
        "P: %s\nN: bus/usb/001/%03d\nE: SUBSYSTEM=usb\nE: DRIVER=usb\nE: BUSNUM=001\n"
        "E: DEVNUM=%03d\nE: DEVNAME=/dev/bus/usb/001/%03d\nE: DEVTYPE=usb_%s\n"
        "A: bConfigurationValue=1\\n\nA: busnum=1\\n\nA: devnum=%d\\n\nA: speed=12\\n\n"
        "%s%s%sH: descriptors=%s\n",
        syspath, address, address, address, quietly ? "other" : "device", address, serial ? "A: serial=" : "",
        serial ? serial : "", serial ? "\\n\n" : "", hex);
    GError *error = NULL;
    if (!umockdev_testbed_add_from_string(testbed, text, &error)) {
        say("usb cannot-add %s", error->message);
        exit(1);
    }
    if (quietly) {
        /* Whoever listens for USB devices has let the announcement pass. */
        char *path = g_strconcat("/sys", syspath, NULL);
        umockdev_testbed_set_property(testbed, path, "DEVTYPE", "usb_device");
        g_free(path);
    }
}

static Device *find(const char *port)
{
    for (int i = device_count - 1; i >= 0; i--)
        if (strcmp(devices[i].port, port) == 0)
            return &devices[i];
    say("usb unknown-port %s", port);
    exit(1);
}

static void plug(char **word)
{
    g_assert(device_count < MOST_DEVICES);
    Device *device = &devices[device_count++];
    int address = atoi(word[2]);
    snprintf(device->port, sizeof device->port, "%s", word[1]);
    snprintf(device->syspath, sizeof device->syspath, "/devices/usb1/1-1/%s", word[1]);
    snprintf(device->node, sizeof device->node, "/dev/bus/usb/001/%03d", address);
    device->flying = g_queue_new();
    device->discarded = g_queue_new();
    device->answers = g_queue_new();
    device->reports = g_queue_new();
    device->handler = umockdev_ioctl_base_new();
    g_object_connect(device->handler, "signal-after::handle-ioctl", handle, device,
        "signal-after::client-vanished", vanished, device, NULL);
    /* An address that comes round again: nobody speaks any more to who had it. */
    for (Device *before = devices; before < device; before++)
        if (before->handler && strcmp(before->node, device->node) == 0) {
            umockdev_testbed_detach_ioctl(testbed, before->node, NULL);
            before->handler = NULL;
        }
    umockdev_testbed_attach_ioctl(testbed, device->node, device->handler, NULL);
    device->busy = strcmp(word[6], "busy-keyboard") == 0;
    device->stalls = strcmp(word[6], "stalling-keyboard") == 0;
    device->is_card_reader = is_card_reader(word[6]);
    device->tells = strcmp(word[6], "ccid") == 0;
    device->reader = (CardReader){
        .model = g_str_has_prefix(word[6], "ccid") ? READER_CCID
            : strcmp(word[6], "rc-s300") == 0 ? READER_RCS300 : READER_RCS380,
    };
    card_reader_put(&device->reader, "none", "", "");
    device->damage = -1;
    char *hex = descriptors(word[3], word[4], word[6]);
    add(device->syspath, address, strcmp(word[5], "-") ? word[5] : NULL, hex,
        strcmp(word[0], "plug-quietly") == 0);
    g_free(hex);
}

static void unplug(const char *port)
{
    Device *device = find(port);
    g_mutex_lock(&lock);
    device->gone = TRUE;
    g_mutex_unlock(&lock);
    char *path = g_strconcat("/sys", device->syspath, NULL);
    umockdev_testbed_uevent(testbed, path, "remove");
    umockdev_testbed_remove_device(testbed, path);
    g_free(path);
    snprintf(device->port, sizeof device->port, "gone");
}

static void answer(GQueue *queue, const char *hex, int status)
{
    Answer *answer = g_new0(Answer, 1);
    answer->status = -status;
    for (; hex[0] && hex[1] && hex[0] != '-' && answer->count < REPORT_BYTES; hex += 2) {
        char pair[3] = {hex[0], hex[1], 0};
        answer->bytes[answer->count++] = strtoul(pair, NULL, 16);
    }
    g_mutex_lock(&lock);
    g_queue_push_tail(queue, answer);
    g_mutex_unlock(&lock);
}

static void put_card(Device *device, char **word)
{
    g_mutex_lock(&lock);
    card_reader_put(&device->reader, word[0], word[1], word[2]);
    g_mutex_unlock(&lock);
    if (device->tells)
        answer(device->reports, strcmp(word[0], "none") ? "5003" : "5002", 0);
}

static void command(char *line)
{
    char **word = g_strsplit(g_strchomp(line), " ", 0);
    guint count = g_strv_length(word);
    if (count == 7 && g_str_has_prefix(word[0], "plug")) {
        plug(word);
    } else if (count == 2 && strcmp(word[0], "unplug") == 0) {
        unplug(word[1]);
    } else if (count == 3 && strcmp(word[0], "report") == 0) {
        answer(find(word[1])->reports, word[2], 0);
    } else if (count == 3 && strcmp(word[0], "unasked") == 0) {
        answer(find(word[1])->answers, word[2], 0);
    } else if (count == 3 && strcmp(word[0], "fail") == 0) {
        Device *device = find(word[1]);
        answer(device->is_card_reader ? device->answers : device->reports, "", atoi(word[2]));
    } else if (count == 3 && strcmp(word[0], "stall") == 0) {
        find(word[1])->stalls = strcmp(word[2], "on") == 0;
    } else if (count == 3 && strcmp(word[0], "mute") == 0) {
        find(word[1])->mute = strcmp(word[2], "on") == 0;
    } else if (count == 3 && strcmp(word[0], "damage") == 0) {
        find(word[1])->damage = atoi(word[2]);
    } else if (count == 3 && strcmp(word[0], "vanish") == 0) {
        find(word[1])->left = atoi(word[2]);
    } else if (count == 5 && strcmp(word[0], "card") == 0) {
        put_card(find(word[1]), word + 2);
    } else if (count == 3 && strcmp(word[0], "busy") == 0) {
        find(word[1])->busy = strcmp(word[2], "on") == 0;
    } else {
        say("usb unknown-command %s", word[0]);
        exit(1);
    }
    g_strfreev(word);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fputs("usage: umockdev-wrapper usb-emulator PROGRAM ARGUMENT...\n", stderr);
        return 2;
    }
    testbed = umockdev_testbed_new();
    add("/devices/usb1", 1, NULL, "12010002090001406b1d0200060503020101"
        "09021900010100e000" "090400000109000000" "0705810304000c", FALSE);
    add("/devices/usb1/1-1", 2, NULL, "12010002090001401a400101000100010001"
        "09021900010100e032" "090400000109000000" "0705810301000c", FALSE);

    /* Everything that is to be there at the start comes before an empty line. */
    char line[1024];
    while (fgets(line, sizeof line, stdin) && line[0] != '\n')
        command(line);

    int pipes[2];
    if (pipe(pipes) != 0)
        return 2;
    pid_t child = fork();
    if (child == 0) {
        dup2(pipes[0], STDIN_FILENO);
        close(pipes[0]);
        close(pipes[1]);
        execv(argv[1], argv + 1);
        _exit(127);
    }
    close(pipes[0]);
    say("usb started %d", child);
    while (fgets(line, sizeof line, stdin) && strncmp(line, "end", 3) != 0) {
        if (strncmp(line, "tell ", 5) != 0)
            command(line);
        else if (write(pipes[1], line + 5, strlen(line + 5)) < 0)
            return 2;
    }
    close(pipes[1]);
    int status = 0;
    waitpid(child, &status, 0);
    say("usb ended %d", WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status));
    return 0;
}
