//! Messages of practices, any bytes, read as text the way a shell would.

use chrono::NaiveDate;
use fernbook_core::message;

use super::rough;
use crate::run::{Reader, Target};

const TOKENS: &[&[u8]] = &[
    b"Your appointment ",
    b"is on ",
    b"Tuesday ",
    b"1 December ",
    b"01/12/2026",
    b"2026-12-01",
    b" at 9.10am",
    b"09:10hrs",
    b"between 8 and 1",
    b" from ",
    b" to ",
    b"tomorrow",
    b"has been moved",
    b"cancelled",
    b"will call you ",
    b" by ",
    b"0117 496 0000",
    b"\n",
    b". ",
    b"-",
    b"/",
    b":",
    b"(",
    b"https://",
    b"9999",
    b"0000",
    "ddydd Mawrth 3 o Fawrth ".as_bytes(),
    " rhwng 8 ac 1".as_bytes(),
    "wedi\u{2019}i ganslo".as_bytes(),
    "\u{2013}".as_bytes(),
    "\u{130}".as_bytes(),
    "\u{1f552}".as_bytes(),
    b"\xff",
];

/// One message.
pub const TEXT: Target = Target { name: "message", test_inputs: 20_000, seeds, tokens: TOKENS, reader };

fn seeds() -> Vec<Vec<u8>> {
    [
        "You have an appointment on Tue 1 Dec 2026 at 09:10 with Dr Patel at Fernhill Surgery. Reply CANCEL to cancel.",
        "Your telephone appointment is on 02/12/26 between 8:00 and 13:00. Ring 0117 496 0000 before 1 December.",
        "Your appointment has been changed from Tuesday 1 December at 9:30am to Thursday 3 December at 2:15pm.",
        "Mae gennych apwyntiad ddydd Mawrth 1 Rhagfyr am 9:10. Mae'r hen apwyntiad wedi'i ganslo.",
        "Clinic: Eyes\nDate: 18/12/2026\nTime: half past two\nLocation: Level 2, East Wing",
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec()
}

/// Whatever a message says, no window ends before it begins.
fn reader() -> Reader {
    let now = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap().and_hms_opt(10, 0, 0).unwrap();
    Box::new(move |bytes| {
        let read = message::read(&String::from_utf8_lossy(bytes), now);
        assert!(read.iter().all(|one| one.when().checked().is_ok()), "a time that cannot be kept");
        let sure = read.iter().filter(|one| one.day.as_ref().is_some_and(|day| day.sure)).count();
        format!("ok: {} {}", rough(read.len() as u64), rough(sure as u64))
    })
}
