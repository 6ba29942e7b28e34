//! The iPhone's screens say what Android's do, by the same names.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::{key, names_on_android, sources_of};

/// What Android says and an iPhone does not, by how the names begin, and why.
const ONLY_ANDROID: &[(&str, &str)] = &[
    ("numbers-ring-what", "an iPhone asks before it rings, and opens no keypad"),
    ("lend-", "an iPhone asks in its own way, with the permission texts"),
    ("lent-", "an iPhone asks in its own way, with the permission texts"),
    ("read-how", "an iPhone's voice is told of by the phone"),
    ("read-no-voice", "an iPhone always has a voice"),
    ("reminders-be-exact", "an iPhone shows each in its second"),
    ("reminders-late", "an iPhone shows each in its second"),
    ("sound-no-ear", "an iPhone always has an earpiece"),
    ("take-", "an iPhone's own page takes the picture"),
];

/// What an iPhone says and Android does not, in the same way.
const ONLY_IPHONE: &[(&str, &str)] = &[
    ("numbers-ring-asks", "Android's keypad opens with the number in it"),
    ("permission-", "Android asks in words of its own"),
];

/// The names that `Name.swift` and the files `*Names.swift` give to the messages that the iPhone says: each
/// `static let name = Name("name")` there that is used.
pub(super) fn names_on_iphone() -> BTreeSet<String> {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ios/Sources");
    let mut all = String::new();
    sources_of(&sources, "swift", &mut all);
    let lets = all.lines().filter_map(|line| line.trim().strip_prefix("public static let "));
    let named = lets.filter_map(|one| {
        let (short, name) = one.strip_suffix("\")")?.split_once(" = Name(\"")?;
        (camel(name) == short && is_used(short, &all)).then(|| name.to_owned())
    });
    named.chain(asked_by_ios()).collect()
}

/// What iOS itself says in the app's words: the messages that `permissions.py` puts in.
fn asked_by_ios() -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ios/permissions.py");
    let script = fs::read_to_string(file).expect("the script is here");
    let texts = script.split('"').filter(|text| text.starts_with("permission-"));
    texts.map(str::to_owned).collect()
}

/// As Swift writes a name: `do-back` is `doBack`.
fn camel(name: &str) -> String {
    let mut all = String::new();
    for (at, part) in name.split('-').enumerate() {
        let mut letters = part.chars();
        let first = letters.next();
        all.extend(first.map(|letter| if at == 0 { letter } else { letter.to_ascii_uppercase() }));
        all.push_str(letters.as_str());
    }
    all
}

/// One that is never used is no use.
fn is_used(short: &str, sources: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    sources.split(&format!(".{short}")).skip(1).any(ends)
}

#[test]
fn the_iphone_names_only_what_is_there() {
    let there: BTreeSet<String> = key::ALL.iter().map(|key| key.0.to_owned()).collect();
    let missing: Vec<String> = names_on_iphone().difference(&there).cloned().collect();
    assert!(missing.is_empty(), "not in core/words: {missing:?}");
}

/// What is said in one place alone, without a reason for it, and reasons that are none any more.
fn unexcused(one: &BTreeSet<String>, other: &BTreeSet<String>, excuses: &[(&str, &str)]) -> Vec<String> {
    let alone: Vec<&String> = one.difference(other).collect();
    let without = alone.iter().filter(|name| !excuses.iter().any(|(begins, _)| name.starts_with(begins)));
    let none = excuses.iter().filter(|(begins, _)| !alone.iter().any(|name| name.starts_with(begins)));
    without.map(|name| (*name).clone()).chain(none.map(|(begins, why)| format!("{begins}: {why}"))).collect()
}

#[test]
fn the_iphone_says_what_android_says() {
    let (android, iphone) = (names_on_android(), names_on_iphone());
    assert_eq!(unexcused(&android, &iphone, ONLY_ANDROID), [""; 0], "only on Android");
    assert_eq!(unexcused(&iphone, &android, ONLY_IPHONE), [""; 0], "only on an iPhone");
}
