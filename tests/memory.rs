//! After lock no writable memory of the process holds her words, her PIN or the vault's key.

use std::fs::File;
use std::os::unix::fs::FileExt;

use fernbook_tests::chance::Chance;
use fernbook_tests::machine;
use fernbook_tests::phone::{PIN, Phone};
use fernbook_tests::scan::Pieces;
use fernbook_tests::writer::Writer;

/// Names of the writable mappings of a process in which any of the pieces stands. A mapping that can't be
/// read (the kernel's own) is passed over.
fn mappings_with(id: u32, pieces: &Pieces) -> Vec<String> {
    let memory = File::open(format!("/proc/{id}/mem")).unwrap();
    let maps = std::fs::read_to_string(format!("/proc/{id}/maps")).unwrap();
    let (mut found, mut bytes_read) = (Vec::new(), 0);
    for line in maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|mode| mode.contains('w'))) {
        let range = line.split(' ').next().unwrap();
        let (from, to) = range.split_once('-').unwrap();
        let from = u64::from_str_radix(from, 16).unwrap();
        let length = usize::try_from(u64::from_str_radix(to, 16).unwrap() - from).unwrap();
        let mut bytes = vec![0; length];
        if memory.read_exact_at(&mut bytes, from).is_ok() {
            bytes_read += length;
            let place = pieces.find(&bytes);
            found.extend(place.map(|at| format!("{} at {at:#x}", line.split_whitespace().last().unwrap())));
        }
    }
    assert!(bytes_read > 100_000, "memory can be read");
    found
}

#[test]
fn nothing_of_hers_is_in_memory_after_lock() {
    if !machine::is_root() {
        return machine::skip("only root may read another process's memory everywhere");
    }
    let mut chance = Chance::of("memory");
    let words: Vec<String> = (0..8).map(|_| chance.word(24)).collect();
    let halves = |odd: usize| words.iter().map(move |word| word.chars().skip(odd).step_by(2).collect());
    let pairs: Vec<String> =
        halves(0).zip(halves(1)).map(|(even, odd): (String, String)| format!("{even}+{odd}")).collect();
    let folder = machine::memory_folder();
    let phone = Phone::at(folder.path());
    let phrase = make_notebook_with_phrase(&phone, &mut chance);
    let key = phone.slot_of(&phrase).key;
    let orders = ["unlock", "session", "recall", "wait", "lock", "wait"];
    let mut writer = Writer::start(env!("CARGO_BIN_EXE_writer"), &phone, &orders);
    writer.say(&phrase);
    writer.say(&pairs.join(" "));
    writer.say(&pairs.join(" "));
    writer.wait_for("waiting");
    let text = Pieces::of(&words.iter().map(String::as_str).collect::<Vec<_>>());
    let secret = Pieces::of(&[&phrase]);
    let vault_key = Pieces::exactly(key.windows(8));
    assert!(!mappings_with(writer.id(), &text).is_empty(), "words are in memory while it is open");
    assert!(!mappings_with(writer.id(), &vault_key).is_empty(), "the key is in memory while it is open");
    writer.say("");
    writer.wait_for("waiting");
    assert_eq!(mappings_with(writer.id(), &text), [] as [String; 0], "her words");
    assert_eq!(mappings_with(writer.id(), &secret), [] as [String; 0], "the PIN");
    assert_eq!(mappings_with(writer.id(), &vault_key), [] as [String; 0], "the key");
    writer.finish();
}

/// A phrase is long enough to be known again among all the bytes of a process.
fn make_notebook_with_phrase(phone: &Phone, chance: &mut Chance) -> String {
    phone.init(None, true).unwrap();
    let phrase = chance.word(20);
    let (mut notebooks, notebook) = phone.unlock(PIN).unwrap();
    let secret = fernbook_core::crypto::secret::Secret::new(&phrase);
    notebooks.change_pin(&notebook, &secret, &fernbook_tests::phone::much_later()).unwrap();
    phrase
}
