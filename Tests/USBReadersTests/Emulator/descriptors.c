/* SPDX-License-Identifier: Apache-2.0 */
#include "descriptors.h"
#include <stdlib.h>
#include <string.h>

gboolean is_card_reader(const char *kind)
{
    return g_str_has_prefix(kind, "rc-s") || g_str_has_prefix(kind, "ccid");
}

/* An interface of the smart-card class: one slot, short commands, messages of 271 bytes. */
static void smart_card_interface(GString *hex, gboolean has_interrupt)
{
    g_string_append_printf(hex, "09040000%02x0b000000", has_interrupt ? 3 : 2);
    g_string_append(hex, "36211001000703000000a00f0000a00f0000008025000080250000"
        "00fe0000000000000000000000ba0402000f010000000000000001");
    if (has_interrupt)
        g_string_append(hex, "07058103080010");
    g_string_append(hex, "07050202400000" "07058202400000");
}

/* The last interface is the vendor's own; an RC-S300's first is the smart-card class. */
static void bulk_interface(GString *hex, int number, gboolean is_last)
{
    g_string_append_printf(hex, "0904%02x0002%s000000" "0705%02x02400000" "0705%02x02400000",
        number, is_last ? "ff" : "0b", 0x81 + number, 0x02 + number);
}

char *descriptors(const char *vendor, const char *product, const char *kind)
{
    int count = strcmp(kind, "two-keyboards") == 0 || strcmp(kind, "rc-s300") == 0 ? 2 : 1;
    unsigned v = strtoul(vendor, NULL, 16), p = strtoul(product, NULL, 16);
    GString *interfaces = g_string_new(NULL);
    for (int i = 0; i < count; i++) {
        if (g_str_has_prefix(kind, "ccid")) {
            smart_card_interface(interfaces, strcmp(kind, "ccid") == 0);
        } else if (is_card_reader(kind)) {
            bulk_interface(interfaces, i, i == count - 1);
        } else {
            g_string_append_printf(interfaces, strcmp(kind, "storage") == 0
                ? "0904%02x000108065000" : "0904%02x000103010100092111010001223f00", i);
            g_string_append_printf(interfaces, strcmp(kind, "cut-keyboard") == 0
                ? "0705%02x" : "0705%02x03080008", 0x81 + i);
        }
    }
    GString *hex = g_string_new("1201100100000008");
    g_string_append_printf(
        hex, "%02x%02x%02x%02x000100000001", v & 255, v >> 8, p & 255, p >> 8);
    g_string_append_printf(
        hex, "0902%02x00%02x010080fa%s", 9 + (int)interfaces->len / 2, count, interfaces->str);
    g_string_free(interfaces, TRUE);
    return g_string_free(hex, FALSE);
}
