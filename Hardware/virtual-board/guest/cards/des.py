# SPDX-License-Identifier: Apache-2.0
"""Two-key triple DES in CBC, by the guest's OpenSSL: Python's library has none."""
import ctypes

crypto = ctypes.CDLL("libcrypto.so.3")
for name in ("EVP_des_ede_cbc", "EVP_CIPHER_CTX_new"):
    getattr(crypto, name).restype = ctypes.c_void_p
crypto.EVP_CIPHER_CTX_free.argtypes = [ctypes.c_void_p]
crypto.EVP_CIPHER_CTX_set_padding.argtypes = [ctypes.c_void_p, ctypes.c_int]
crypto.EVP_EncryptInit_ex.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p] + [ctypes.c_char_p] * 2
crypto.EVP_EncryptUpdate.argtypes = [
    ctypes.c_void_p, ctypes.c_char_p, ctypes.POINTER(ctypes.c_int), ctypes.c_char_p, ctypes.c_int,
]


def encrypt(key: bytes, start: bytes, text: bytes) -> bytes:
    """`text` is a whole number of blocks of 8 bytes."""
    assert len(key) == 16 and len(start) == 8 and len(text) % 8 == 0
    context = crypto.EVP_CIPHER_CTX_new()
    out, count = ctypes.create_string_buffer(len(text) + 8), ctypes.c_int()
    try:
        assert crypto.EVP_EncryptInit_ex(context, crypto.EVP_des_ede_cbc(), None, key, start) == 1
        crypto.EVP_CIPHER_CTX_set_padding(context, 0)
        assert crypto.EVP_EncryptUpdate(context, out, ctypes.byref(count), text, len(text)) == 1
    finally:
        crypto.EVP_CIPHER_CTX_free(context)
    return out.raw[: count.value]
