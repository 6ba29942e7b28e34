//! The small files beside a vault. Each is read as it is, and once more with its seal or checksum made
//! good, so that what lies behind them is reached too.

use fernbook_core::crypto::{mac, seal, stretch};
use fernbook_core::id::VaultId;
use fernbook_core::storage::head::{self, Head, HeadKey};
use fernbook_core::vault::attempts::{self, Attempts};
use fernbook_core::vault::device_key::{DeviceKey, DeviceKeyError};
use fernbook_core::vault::keyring::{self, Keyring};

use super::{refused, sha256};
use crate::run::{Reader, Target};

const KEY: [u8; 32] = [5; 32];
const GENERATION: u64 = 1;

/// The file that counts wrong secrets.
pub const ATTEMPTS: Target = Target {
    name: "attempts",
    test_inputs: 20_000,
    seeds: || vec![Attempts::none().file()],
    tokens: &[b"NBAT", &[1, 0], &[2, 0], &[0xff; 8]],
    reader: || Box::new(|bytes| [attempts_outcome(bytes), attempts_outcome(&checked(bytes))].join(", ")),
};

fn attempts_outcome(bytes: &[u8]) -> String {
    Attempts::parse(bytes).map_or_else(refused, |read| {
        let again = Attempts::parse(&read.file()).map(|again| again.count);
        assert_eq!(again, Ok(read.count), "what was read is not what would be written");
        "ok".to_owned()
    })
}

/// The records with right checksums.
fn checked(bytes: &[u8]) -> Vec<u8> {
    let mut file = bytes.to_vec();
    for record in file.chunks_exact_mut(attempts::FILE_BYTES / 2) {
        let (fields, check) = record.split_at_mut(record.len() - 8);
        let right = sha256(fields);
        check.iter_mut().zip(right).for_each(|(to, from)| *to = from);
    }
    file
}

/// The file that pins a vault to its latest state.
pub const HEAD: Target = Target {
    name: "head",
    test_inputs: 20_000,
    seeds: || vec![sealed_head(&[3; 40]), sealed_head(&[0; 40])],
    tokens: &[b"NBHD", &[1, 0], &[2, 0]],
    reader: head_reader,
};

fn head_reader() -> Reader {
    let key = HeadKey::derive(&KEY).unwrap();
    Box::new(move |bytes| {
        let content: Vec<u8> = bytes.iter().copied().skip(8).chain(std::iter::repeat(0)).take(40).collect();
        let raw = Head::parse(bytes, &key).map_or_else(refused, |_| "ok".to_owned());
        let behind = Head::parse(&sealed_head(&content), &key);
        assert!(behind.is_ok_and(|head| head.vault == VaultId(content[..16].try_into().unwrap())));
        raw
    })
}

fn sealed_head(content: &[u8]) -> Vec<u8> {
    let key = mac::derive_key(&KEY, &[b"head"]).unwrap();
    let header = [b'N', b'B', b'H', b'D', 1, 0, 0, 0];
    let file = [&header[..], &seal::make_box(&key, &header, content).unwrap()].concat();
    assert_eq!(file.len(), head::FILE_BYTES);
    file
}

/// The file that wraps the vault keys.
pub const KEYRING: Target = Target {
    name: "keyring",
    test_inputs: 20_000,
    seeds: || vec![Keyring::make(stretch::FLOOR).and_then(|keyring| keyring.seal(&SameKey)).unwrap()],
    tokens: &[b"NBKR", &[1, 0], &[2, 0], &[0, 0, 1, 0], &[0xff, 0xff, 0xff, 0xff]],
    reader: || Box::new(|bytes| [keyring_outcome(bytes), keyring_outcome(&resealed(bytes))].join(", ")),
};

fn keyring_outcome(bytes: &[u8]) -> String {
    Keyring::open(bytes, &SameKey).map_or_else(refused, |read| {
        assert!(read.prefix.cost.is_allowed(), "a cost outside the bounds");
        assert_eq!(bytes.len(), keyring::FILE_BYTES);
        "ok".to_owned()
    })
}

/// A device whose keys never change.
struct SameKey;

impl DeviceKey for SameKey {
    fn make(&self, _: u64) -> Result<(), DeviceKeyError> {
        Ok(())
    }

    fn mac(&self, generation: u64, bytes: &[u8]) -> Result<[u8; 32], DeviceKeyError> {
        let there = generation <= GENERATION;
        if there { Ok(mac::hmac_sha256(&KEY, &[bytes])) } else { Err(DeviceKeyError::Missing) }
    }

    fn forget(&self, _: u64) -> Result<(), DeviceKeyError> {
        Ok(())
    }
}

/// The same header, the body sealed anew around the input's own bytes.
fn resealed(bytes: &[u8]) -> Vec<u8> {
    let header = &bytes[..bytes.len().min(88)];
    let room = keyring::FILE_BYTES - 88 - seal::OVERHEAD;
    let body: Vec<u8> = bytes.iter().copied().skip(88).chain(std::iter::repeat(0)).take(room).collect();
    let key = mac::derive_key(&SameKey.mac(GENERATION, b"keyring body").unwrap(), &[b"body"]).unwrap();
    [header, &seal::make_box(&key, header, &body).unwrap()].concat()
}
