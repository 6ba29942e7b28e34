"""Opens a notebook by docs/format.md alone, with nothing of Fernbook: the proof that the page is right.

    pip install argon2-cffi cryptography pyaegis
    FERNBOOK_PIN=... python3 tests/format/open_by_the_book.py NOTEBOOK_FOLDER KEYS_FOLDER [--text]

KEYS_FOLDER is what FERNBOOK_KEYS names. Recovery words do in place of the PIN. Only reads. Prints what
it finds; with --text the notes too.
"""
import hashlib
import hmac
import os
import sqlite3
import struct
import sys
import unicodedata
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.poly1305 import Poly1305
from cryptography.exceptions import InvalidTag
from pyaegis import Aegis256

PAGE = 4096
AEGIS, CHACHA = 0x40, 0x20
KINDS = {1: "PIN", 3: "recovery words"}


def hkdf(key, info):
    return HKDF(SHA256(), 32, salt=None, info=info).derive(key)


def hmac256(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def open_box(key, bound, box):
    return ChaCha20Poly1305(key).decrypt(box[:12], box[12:], bound)


def open_keyring(ring, keys, secret):
    """The keyring: what is in the slots that the secret opens."""
    assert len(ring) == 1024 and ring[:8] == b"NBKR\x01\0\0\0"
    memory, passes, lanes = struct.unpack("<III", ring[24:36])
    generation = struct.unpack("<Q", ring[80:88])[0]
    print(f"keyring {ring[8:24].hex()}, generation {generation}")
    print(f"Argon2id {memory} KiB, {passes} passes, {lanes} lane")
    device = keys / ring[8:24].hex()
    body_key = hkdf(hmac256((device / str(generation)).read_bytes(), b"keyring body"), b"body")
    body = open_box(body_key, ring[:88], ring[88:])
    print(f"wipe after: {body[0] or 'never'}")
    stretched = hash_secret_raw(secret, ring[36:68], passes, memory, lanes, 32, Type.ID, 0x13)
    mixed = hmac256((device / "0").read_bytes(), stretched)
    for position in range(8):
        slot = body[16 + 92 * position:][:92]
        try:
            yield position, open_box(hkdf(mixed, b"slot" + bytes([position])), ring[:80] + bytes([position]), slot)
        except InvalidTag:
            pass


def show_attempts(path):
    """The newer of two records whose check is right."""
    data = path.read_bytes()
    records = [data[:64], data[64:128]]
    whole = [r for r in records if r[:4] == b"NBAT" and hashlib.sha256(r[:56]).digest()[:8] == r[56:]]
    newest = max(whole, key=lambda record: struct.unpack("<Q", record[8:16]))
    count, wait = struct.unpack("<I4xQ", newest[16:32])
    print(f"attempts: {count} wrong, wait {wait} ms")


def open_head(path, vault_key):
    head = path.read_bytes()
    assert len(head) == 76 and head[:8] == b"NBHD\x01\0\0\0"
    content = open_box(hkdf(vault_key, b"head"), head[:8], head[8:])
    epoch, salts, has_log = struct.unpack("<Q8s?", content[16:33])
    return content[:16], epoch, salts if has_log else None


def chacha20(key, counter, nonce, data):
    """ChaCha20 (RFC 8439) whose 32-bit counter starts again at 0 after its last block."""
    first = (2**32 - counter) * 64
    out = b""
    for start, part in ((counter, data[:first]), (0, data[first:])):
        out += Cipher(algorithms.ChaCha20(key, struct.pack("<I", start) + nonce), None).encryptor().update(part)
    return out


def open_chacha_page(key, number, page):
    start = 24 if number == 1 else 0
    nonce, tag = page[4064:4080], page[4080:]
    counter = struct.unpack("<I", nonce[12:])[0] ^ number
    once = chacha20(key, counter, nonce[:12], bytes(64))
    Poly1305.verify_tag(once[:32], page[:4080], tag)
    plain = chacha20(once[32:], (counter + 1) % 2**32, nonce[:12], page[start:4064])
    return page[:start] + plain + page[4064:]


def open_aegis_page(key, number, page):
    start = 24 if number == 1 else 0
    tag, nonce = page[4032:4064], page[4064:]
    once = Aegis256.stream(key, nonce, 64)[:60] + struct.pack(">I", number)
    plain = Aegis256(32).decrypt_detached(once[:32], once[32:], page[start:4032], tag)
    return page[:start] + plain + page[4032:]


def open_page(cipher, key, number, page):
    plain = (open_aegis_page if cipher == AEGIS else open_chacha_page)(key, number, page)
    return b"SQLite format 3\0" + plain[16:] if number == 1 else plain


def checksum(data, order, state):
    a, b = state
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for x, y in zip(words[::2], words[1::2]):
        a = (a + x + b) % 2**32
        b = (b + y + a) % 2**32
    return a, b


def log_pages(log, salts):
    """Sealed pages by number, and how many the database has, as of the log's last whole commit."""
    order = ">" if log[3] & 1 else "<"
    state = checksum(log[:24], order, (0, 0))
    assert state == struct.unpack(">II", log[24:32]) and log[16:24] == salts
    pages, pending, size = {}, {}, None
    for at in range(32, len(log) - PAGE - 23, PAGE + 24):
        frame, page = log[at:at + 24], log[at + 24:at + 24 + PAGE]
        state = checksum(frame[:8] + page, order, state)
        if frame[8:16] != salts or state != struct.unpack(">II", frame[16:24]):
            break
        number, commit = struct.unpack(">II", frame[:8])
        pending[number] = page
        if commit:
            size = commit
            pages.update(pending)
            pending = {}
    return pages, size


def open_database(folder, file, cipher, key, salts):
    """The whole database in clear, its log taken in, as SQLite without any cipher reads it."""
    sealed = (folder / f"{file}.db").read_bytes()
    assert sealed[16:24] == bytes([0x10, 0, 2, 2, cipher, 0x40, 0x20, 0x20])
    newer, size = log_pages((folder / f"{file}.db-wal").read_bytes(), salts) if salts else ({}, None)
    at = lambda number: newer.get(number) or sealed[PAGE * (number - 1):PAGE * number]
    first = open_page(cipher, key, 1, at(1))
    pages = size or struct.unpack(">I", first[28:32])[0]
    print(f"page 1: {first[:15]}, {pages} pages, {len(newer)} of them in the log")
    plain = [first] + [open_page(cipher, key, number, at(number)) for number in range(2, pages + 1)]
    clear = bytearray(b"".join(plain))
    clear[18:20] = b"\1\1"  # no log any more
    database = sqlite3.connect(":memory:")
    database.deserialize(bytes(clear))
    return database


def main(folder, keys, show_text):
    secret = unicodedata.normalize("NFKC", os.environ["FERNBOOK_PIN"].strip()).encode()
    show_attempts(folder / "attempts")
    opened = list(open_keyring((folder / "keyring").read_bytes(), keys, secret))
    for position, content in opened:
        vault, key = content[:16], content[16:48]
        cipher, kind, file = content[48:51]
        print(f"slot {position}: vault {vault.hex()}, {'AEGIS-256' if cipher == AEGIS else 'ChaCha20-Poly1305'},"
              f" {KINDS[kind]}, file {file}")
        head_vault, epoch, salts = open_head(folder / f"{file}.head", key)
        assert head_vault == vault
        print(f"head: epoch {epoch}, {'log ' + salts.hex() if salts else 'no log'}")
        database = open_database(folder, file, cipher, key, salts)
        meta = dict(database.execute("SELECT key, value FROM meta"))
        assert (meta["vault_id"], meta["epoch"]) == (vault, epoch)
        print("integrity:", database.execute("PRAGMA integrity_check").fetchone()[0])
        names = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'note_search_%'")
        print("tables:", ", ".join(name for name, in names))
        for id, body in database.execute("SELECT id, body FROM note ORDER BY at"):
            print("note", id.hex(), body if show_text else f"{len(body)} characters")
    return 0 if opened else "no slot opens with this"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), "--text" in sys.argv[3:]))
