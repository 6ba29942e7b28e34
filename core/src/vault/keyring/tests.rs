use super::*;
use crate::crypto::stretch::FLOOR;
use crate::vault::device_key::FileDeviceKey;

struct Bench {
    _folder: tempfile::TempDir,
    device: FileDeviceKey,
    ring: Keyring,
}

fn bench() -> Bench {
    let folder = tempfile::tempdir().unwrap();
    let device = FileDeviceKey::new(folder.path().join("keys"));
    device.make(0).unwrap();
    device.make(1).unwrap();
    Bench { _folder: folder, device, ring: Keyring::make(FLOOR).unwrap() }
}

fn content(byte: u8) -> SlotContent {
    let vault = VaultId([byte; 16]);
    SlotContent { vault, key: Key::from(&[byte; 32]), cipher: Cipher::Aegis256, kind: SlotKind::Pin, file: 1 }
}

fn opened(ring: &Keyring, device: &FileDeviceKey, secret: &str) -> Vec<u8> {
    let key = ring.prefix.derive_slot_key(&Secret::new(secret), device).unwrap();
    ring.try_all(&key).unwrap().iter().map(|content| content.key[0]).collect()
}

#[test]
fn each_secret_opens_its_own_slot_after_a_round_through_the_file() {
    let Bench { _folder, device, mut ring } = bench();
    for (position, secret) in [(3, "314159"), (6, "271828")] {
        let key = ring.prefix.derive_slot_key(&Secret::new(secret), &device).unwrap();
        ring.fill_slot(position, &key, &content(position)).unwrap();
    }
    let file = ring.seal(&device).unwrap();
    assert_eq!(file.len(), FILE_BYTES);
    let again = Keyring::open(&file, &device).unwrap();
    assert_eq!(opened(&again, &device, "314159"), [3]);
    assert_eq!(opened(&again, &device, "271828"), [6]);
    assert!(opened(&again, &device, "000000").is_empty());
    ring.clear_slot(3).unwrap();
    assert!(opened(&ring, &device, "314159").is_empty());
}

#[test]
fn a_slot_moved_to_another_place_does_not_open() {
    let Bench { _folder, device, mut ring } = bench();
    let key = ring.prefix.derive_slot_key(&Secret::new("314159"), &device).unwrap();
    ring.fill_slot(3, &key, &content(9)).unwrap();
    ring.slots.swap(3, 4);
    assert!(ring.try_all(&key).unwrap().is_empty());
}

#[test]
fn every_flipped_byte_is_refused_and_says_no_more_than_damaged() {
    let Bench { _folder, device, ring } = bench();
    let file = ring.seal(&device).unwrap();
    for at in 0..file.len() {
        let mut other = file.clone();
        other[at] ^= 0x10;
        let error = Keyring::open(&other, &device).err().unwrap();
        let newer = (4..6).contains(&at);
        let generation = (PREFIX_BYTES..HEADER_BYTES).contains(&at);
        match error {
            Error::Damaged { part: Part::Keyring } => {}
            Error::Newer { .. } if newer => {}
            Error::OutOfStep { .. } if generation => {}
            other => panic!("byte {at}: {other}"),
        }
    }
    for length in 0..file.len() {
        assert!(Keyring::open(&file[..length], &device).is_err());
    }
}

#[test]
fn an_old_copy_opens_nothing_and_says_why() {
    let Bench { _folder, device, mut ring } = bench();
    let old = ring.seal(&device).unwrap();
    device.make(2).unwrap();
    ring.generation = 2;
    let new = ring.seal(&device).unwrap();
    device.forget(1).unwrap();
    assert!(Keyring::open(&new, &device).is_ok());
    assert_eq!(Keyring::open(&old, &device).err(), Some(Error::OutOfStep { part: Part::Keyring }));
    device.forget(0).unwrap();
    device.forget(2).unwrap();
    assert_eq!(Keyring::open(&new, &device).err(), Some(Error::DeviceKeyMissing));
}

#[test]
fn costs_outside_the_bounds_are_refused() {
    let Bench { _folder, device, mut ring } = bench();
    for cost in [Cost { memory_kib: 1024, passes: 2 }, Cost { memory_kib: 1 << 30, passes: 3 }] {
        ring.prefix.cost = cost;
        let file = ring.seal(&device).unwrap();
        assert_eq!(Keyring::open(&file, &device).err(), Some(DAMAGED));
    }
}

#[test]
fn a_version_one_file_still_opens() {
    let folder = tempfile::tempdir().unwrap();
    let device = FileDeviceKey::new(folder.path().to_owned());
    for (generation, byte) in [(0, 0xa0), (1, 0xa1)] {
        std::fs::write(folder.path().join(format!("{generation}")), [byte; 32]).unwrap();
    }
    let file = include_bytes!("frozen-keyring-v1.bin");
    let ring = Keyring::open(file, &device).unwrap();
    assert_eq!(opened(&ring, &device, "314159"), [0x42]);
    assert_eq!((ring.generation, ring.wipe_after), (1, 20));
}
