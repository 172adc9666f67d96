/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <fcntl.h>
#include <libusb.h>
#include <linux/usbdevice_fs.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Sets a device back, as libusb_reset_device does, by its node alone: it may take seconds, and so
 * must not wait in the thread, nor hold on to the context, that serves the other devices.
 * Returns 0, or an errno. */
static inline int tachiai_usb_reset(const char *node)
{
    int file = open(node, O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return errno;
    int error = ioctl(file, USBDEVFS_RESET, (void *)0) < 0 ? errno : 0;
    close(file);
    return error;
}
