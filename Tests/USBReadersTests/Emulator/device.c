/* SPDX-License-Identifier: Apache-2.0 */
#include "device.h"
#include <errno.h>
#include <linux/usbdevice_fs.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

GMutex lock;
static int quiet; /* how often in a row nothing was done */

void say(const char *format, ...)
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

gboolean handle(UMockdevIoctlBase *base, UMockdevIoctlClient *client, Device *device)
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

void vanished(UMockdevIoctlBase *base, UMockdevIoctlClient *client, Device *device)
{
    (void)base;
    (void)client;
    g_mutex_lock(&lock);
    g_queue_clear(device->flying);
    g_queue_clear(device->discarded);
    g_mutex_unlock(&lock);
    say("usb %s closed", device->port);
}
