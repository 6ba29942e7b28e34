use std::fs;

use super::*;
use crate::id::{from_hex, to_hex};

fn entry(id: u8, at: i64, cover: &str) -> Entry {
    Entry { id: ReminderId([id; 16]), at: Moment(at), cover: cover.to_owned(), sound: false }
}

fn id(id: u8) -> ReminderId {
    ReminderId([id; 16])
}

/// Two reminders, one with a sound and letters of two bytes.
const FROZEN: &str = "4e42524d010000000200000003030303030303030303030303030303e803000000000000\
    001057617465722074686520706c616e7473\
    0404040404040404040404040404040400f40ef99d0100000105436166c3a9";
/// The beginning of SHA-256 of the bytes above, worked out by another program.
const FROZEN_CHECK: &str = "6e05c39379606896";

#[test]
fn bytes_are_frozen() {
    let entries =
        [entry(3, 1_000, "Water the plants"), Entry { sound: true, ..entry(4, 1_778_000_000_000, "Café") }];
    let bytes = from_hex(&[FROZEN, FROZEN_CHECK].concat()).unwrap();
    assert_eq!(to_hex(&to_bytes(&entries).unwrap()), to_hex(&bytes));
    assert!(parse(&bytes).unwrap() == entries);
}

#[test]
fn a_notebook_replaces_only_what_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("made/here");
    assert!(read(&folder).unwrap().is_empty());
    replace(&folder, &[], vec![entry(1, 30, "one"), entry(2, 10, "two")]).unwrap();
    replace(&folder, &[], vec![entry(3, 20, "other's")]).unwrap();
    let all = replace(&folder, &[id(1), id(2)], vec![entry(1, 15, "one"), entry(4, 40, "four")]).unwrap();
    assert!(all == [entry(1, 15, "one"), entry(3, 20, "other's"), entry(4, 40, "four")]);
    assert!(read(&folder).unwrap() == all);
    let left = remove_past(&folder, Moment(20)).unwrap();
    assert!(left == [entry(4, 40, "four")]);
    assert!(read(&folder).unwrap() == left);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(place(&folder)).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_damaged_file_stays_until_it_is_set_aside_and_is_never_lost() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    replace(folder, &[], vec![entry(1, 10, "one")]).unwrap();
    assert_eq!(set_aside(folder), Ok(false));
    let whole = fs::read(place(folder)).unwrap();
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x40;
        assert!(parse(&damaged).is_err(), "byte {at}");
    }
    let cut = &whole[..whole.len() - 1];
    for bytes in [cut, b"", b"something else", &[whole.clone(), vec![0]].concat()] {
        fs::write(place(folder), bytes).unwrap();
        assert!(replace(folder, &[], vec![entry(2, 20, "two")]).is_err());
        assert!(remove_past(folder, Moment(20)).is_err());
        assert_eq!(fs::read(place(folder)).unwrap(), bytes);
        assert_eq!(set_aside(folder), Ok(true));
    }
    assert_eq!(fs::read(folder.join("outside.aside-1")).unwrap(), cut);
    assert!(replace(folder, &[], vec![entry(2, 20, "two")]).unwrap() == [entry(2, 20, "two")]);
}

#[test]
fn a_newer_file_is_told_from_damage_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let newer = [&b"NBRM\x02\x00"[..], &[7; 300_000]].concat();
    fs::write(place(folder), &newer).unwrap();
    let error = Error::Newer { part: Part::Reminders };
    assert!(read(folder).is_err_and(|found| found == error));
    assert!(replace(folder, &[], Vec::new()).is_err_and(|found| found == error));
    assert_eq!(set_aside(folder), Ok(false));
    assert_eq!(fs::read(place(folder)).unwrap(), newer);
}

#[test]
fn what_is_too_large_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let longest = "é".repeat(LONGEST_COVER / 2);
    replace(folder, &[], vec![entry(1, 10, &longest)]).unwrap();
    let long = replace(folder, &[id(1)], vec![entry(2, 10, &"x".repeat(LONGEST_COVER + 1))]);
    assert!(long.is_err_and(|error| error == TOO_LARGE));
    let many = (0..MOST)
        .map(|number| Entry { id: ReminderId((number as u128 + 1).to_le_bytes()), ..entry(0, 10, &longest) });
    assert!(replace(folder, &[], many.clone().collect()).is_err_and(|error| error == TOO_LARGE));
    assert!(read(folder).unwrap() == [entry(1, 10, &longest)]);
    replace(folder, &[id(1)], many.collect()).unwrap();
    assert_eq!(read(folder).unwrap().len(), MOST);
}

#[test]
fn a_wipe_leaves_nothing_of_it_and_nothing_else_goes() {
    let folder = tempfile::tempdir().unwrap();
    erase(&folder.path().join("none")).unwrap();
    for name in ["outside", "outside.new", "outside.aside-1", "outsider", "other"] {
        fs::write(folder.path().join(name), "x").unwrap();
    }
    erase(folder.path()).unwrap();
    let mut left: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["other", "outsider"]);
}
