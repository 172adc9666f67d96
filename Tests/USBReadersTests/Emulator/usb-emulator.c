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
#include "card-reader.h"
#include "descriptors.h"
#include <errno.h>
#include <glib.h>
#include <linux/usbdevice_fs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <umockdev.h>
#include <unistd.h>

enum { MOST_DEVICES = 20000, REPORT_BYTES = 320, CLASS_HID = 3 };

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

static UMockdevTestbed *testbed;
static Device devices[MOST_DEVICES];
static int device_count;
static int quiet; /* how often in a row nothing was done */
static GMutex lock;

static void say(const char *format, ...)
{
    char line[256];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof line - 1, format, arguments);
    va_end(arguments);
    line[length] = '\n';
    if (write(STDOUT_FILENO, line, length + 1) < 0)
        exit(1);
}

static UMockdevIoctlData *take_if(GQueue *queue, gulong address)
{
    for (GList *link = queue->head; link; link = link->next) {
        UMockdevIoctlData *urb = link->data;
        if (urb->client_addr == address) {
            g_queue_delete_link(queue, link);
            return urb;
        }
    }
    return NULL;
}

/* Answers a URB; what is too long for it is left for the next one. */
static void give(GQueue *queue, Answer *answer, struct usbdevfs_urb *urb)
{
    urb->status = answer->status;
    urb->actual_length = MIN(answer->count, urb->buffer_length);
    memcpy(urb->buffer, answer->bytes, urb->actual_length);
    answer->count -= urb->actual_length;
    memmove(answer->bytes, answer->bytes + urb->actual_length, answer->count);
    if (answer->count == 0)
        g_free(g_queue_pop_head(queue));
}

/* The next URB that is done, with its outcome written into it; NULL while none is. */
static UMockdevIoctlData *next_done(Device *device)
{
    UMockdevIoctlData *data = g_queue_pop_head(device->discarded);
    if (data) {
        ((struct usbdevfs_urb *)data->data)->status = -ENOENT;
        return data;
    }
    for (GList *link = device->flying->head; link; link = link->next) {
        data = link->data;
        struct usbdevfs_urb *urb = (struct usbdevfs_urb *)data->data;
        if (device->gone) {
            urb->status = -ESHUTDOWN;
        } else if (urb->type == USBDEVFS_URB_TYPE_BULK && !(urb->endpoint & 0x80)) {
            urb->status = 0;
            urb->actual_length = urb->buffer_length;
        } else if (device->mute) {
            continue;
        } else if (urb->type == USBDEVFS_URB_TYPE_CONTROL) {
            urb->status = device->stalls ? -EPIPE : 0;
            urb->actual_length = 0;
        } else {
            gboolean is_report = urb->type == USBDEVFS_URB_TYPE_INTERRUPT;
            GQueue *queue = is_report ? device->reports : device->answers;
            Answer *answer = g_queue_peek_head(queue);
            if (!answer)
                continue;
            give(queue, answer, urb);
            if (is_report)
                device->given++;
            if (is_report && g_queue_is_empty(queue) && !device->is_card_reader)
                say("usb %s drained %d", device->port, device->given);
        }
        g_queue_delete_link(device->flying, link);
        return data;
    }
    return NULL;
}

static void card_reader_answers(void *context, const guint8 *bytes, int count)
{
    Device *device = context;
    Answer *answer = g_new0(Answer, 1);
    answer->count = count;
    memcpy(answer->bytes, bytes, count);
    if (device->damage >= 0 && count > 6) {
        answer->bytes[device->damage % count] ^= 0xFF;
        device->damage = -1;
    }
    g_queue_push_tail(device->answers, answer);
}

/* What a smart-card reader is told for itself: its lamps, its buzzer, its settings. */
static void say_escape(const Device *device, const guint8 *message, int count)
{
    GString *hex = g_string_new(NULL);
    for (int i = 10; i < MIN(count, 64); i++)
        g_string_append_printf(hex, "%02x", message[i]);
    say("usb %s escape %s", device->port, hex->str);
    g_string_free(hex, TRUE);
}

static void submit(Device *device, UMockdevIoctlClient *client, UMockdevIoctlData *argument)
{
    UMockdevIoctlData *data =
        umockdev_ioctl_data_resolve(argument, 0, sizeof(struct usbdevfs_urb), NULL);
    struct usbdevfs_urb *urb = (struct usbdevfs_urb *)data->data;
    umockdev_ioctl_data_resolve(
        data, G_STRUCT_OFFSET(struct usbdevfs_urb, buffer), urb->buffer_length, NULL);
    if (urb->type == USBDEVFS_URB_TYPE_CONTROL) {
        const guint8 *b = urb->buffer;
        say("usb %s control %02x %02x %02x %02x %02x %02x %02x %02x",
            device->port, b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]);
    }
    gboolean is_message = urb->type == USBDEVFS_URB_TYPE_BULK && !(urb->endpoint & 0x80);
    if (is_message && device->left > 0 && --device->left == 0) {
        device->gone = TRUE;
        say("usb %s vanished", device->port);
    }
    if (device->is_card_reader && is_message && !device->mute && !device->gone)
        card_reader_take(
            &device->reader, urb->buffer, urb->buffer_length, card_reader_answers, device);
    if (device->reader.model == READER_CCID && is_message && urb->buffer_length > 10 &&
        ((guint8 *)urb->buffer)[0] == 0x6B)
        say_escape(device, urb->buffer, urb->buffer_length);
    g_queue_push_tail(device->flying, data);
    umockdev_ioctl_client_complete(client, 0, 0);
}

static void reap(Device *device, UMockdevIoctlClient *client, UMockdevIoctlData *argument)
{
    UMockdevIoctlData *done = next_done(device);
    if (done) {
        quiet = 0;
        UMockdevIoctlData *pointer =
            umockdev_ioctl_data_resolve(argument, 0, sizeof(gpointer), NULL);
        umockdev_ioctl_data_set_ptr(pointer, 0, done);
        umockdev_ioctl_client_complete(client, 0, 0);
    } else {
        /* A mock node is always ready to be reaped; this keeps libusb from asking without a breath,
         * the longer the less there is to do. */
        quiet = MIN(quiet + 1, 25);
        g_usleep(20 * quiet);
        umockdev_ioctl_client_complete(client, -1, device->gone ? ENODEV : EAGAIN);
    }
}

static int claim(Device *device, UMockdevIoctlData *argument, gboolean detaches)
{
    gsize size = detaches ? sizeof(struct usbdevfs_disconnect_claim) : sizeof(unsigned int);
    UMockdevIoctlData *data = umockdev_ioctl_data_resolve(argument, 0, size, NULL);
    unsigned int interface = detaches
        ? ((struct usbdevfs_disconnect_claim *)data->data)->interface
        : *(unsigned int *)data->data;
    if (device->busy) {
        say("usb %s refused %u", device->port, interface);
        return EBUSY;
    }
    say("usb %s %s %u", device->port, detaches ? "taken" : "claimed", interface);
    return 0;
}

static gboolean handle(UMockdevIoctlBase *base, UMockdevIoctlClient *client, Device *device)
{
    (void)base;
    UMockdevIoctlData *argument = umockdev_ioctl_client_get_arg(client);
    gulong request = umockdev_ioctl_client_get_request(client);
    int failure = 0;

    g_mutex_lock(&lock);
    switch (request) {
    case USBDEVFS_SUBMITURB:
        if (device->gone)
            umockdev_ioctl_client_complete(client, -1, ENODEV);
        else
            submit(device, client, argument);
        break;
    case USBDEVFS_REAPURB:
    case USBDEVFS_REAPURBNDELAY:
        reap(device, client, argument);
        break;
    case USBDEVFS_DISCARDURB: {
        UMockdevIoctlData *urb = take_if(device->flying, *(gulong *)argument->data);
        if (urb)
            g_queue_push_tail(device->discarded, urb);
        umockdev_ioctl_client_complete(client, urb ? 0 : -1, urb ? 0 : EINVAL);
        break;
    }
    case USBDEVFS_GET_CAPABILITIES: {
        UMockdevIoctlData *data = umockdev_ioctl_data_resolve(argument, 0, sizeof(guint32), NULL);
        *(guint32 *)data->data = USBDEVFS_CAP_ZERO_PACKET | USBDEVFS_CAP_NO_PACKET_SIZE_LIM |
            USBDEVFS_CAP_REAP_AFTER_DISCONNECT;
        umockdev_ioctl_client_complete(client, 0, 0);
        break;
    }
    case USBDEVFS_DISCONNECT_CLAIM:
    case USBDEVFS_CLAIMINTERFACE:
        failure = claim(device, argument, request == USBDEVFS_DISCONNECT_CLAIM);
        umockdev_ioctl_client_complete(client, failure ? -1 : 0, failure);
        break;
    case USBDEVFS_RELEASEINTERFACE:
        say("usb %s released", device->port);
        umockdev_ioctl_client_complete(client, 0, 0);
        break;
    case USBDEVFS_IOCTL:
        say("usb %s given-back", device->port);
        umockdev_ioctl_client_complete(client, 0, 0);
        break;
    case USBDEVFS_CLEAR_HALT:
        say("usb %s halt-cleared", device->port);
        umockdev_ioctl_client_complete(client, 0, 0);
        break;
    case USBDEVFS_RESET:
        say("usb %s reset", device->port);
        umockdev_ioctl_client_complete(client, 0, 0);
        break;
    default:
        say("usb %s unknown-request %lx", device->port, request);
        umockdev_ioctl_client_complete(client, -1, ENOTTY);
    }
    g_mutex_unlock(&lock);
    return TRUE;
}

static void vanished(UMockdevIoctlBase *base, UMockdevIoctlClient *client, Device *device)
{
    (void)base;
    (void)client;
    g_mutex_lock(&lock);
    g_queue_clear(device->flying);
    g_queue_clear(device->discarded);
    g_mutex_unlock(&lock);
    say("usb %s closed", device->port);
}

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
