"""A phone for the tests of the Python binding: a key store in memory, clocks that a test turns."""

import hashlib
import hmac
import secrets

import notebook

SMALL = 1 << 30
"""Memory in bytes: with so little, Argon2id has its lowest cost."""


class Phone(notebook.Device):
    def __init__(self):
        self.keys = {}
        self.clock = notebook.Clocks(now=1_790_000_000_000, boot=b"one start", uptime_ms=1_000)

    def make_key(self, name, generation):
        self.keys[name, generation] = secrets.token_bytes(32)

    def mac(self, name, generation, bytes):
        key = self.keys.get((name, generation))
        if key is None:
            raise notebook.DeviceError.Missing()
        return hmac.new(key, bytes, hashlib.sha256).digest()

    def forget_key(self, name, generation):
        self.keys.pop((name, generation), None)

    def facts(self):
        return notebook.Facts(memory_bytes=SMALL, hardware_aes=True)

    def clocks(self):
        return self.clock

    def zone(self):
        return "Europe/London"
