//! A calendar file, what it does to a visit that is kept, and its rules, worked out for a few years.

use fernbook_core::calendar::{Show, Writing, apply, read, text_of, write};
use fernbook_core::time::{Moment, Zone};
use fernbook_core::visits::occurrence::{between, last_day, next};
use fernbook_core::visits::visit::Visit;

use super::{refused, rough};
use crate::run::{Reader, Target};

const TOKENS: &[&[u8]] = &[
    b"\r\n",
    b"\r\n ",
    b"BEGIN:VEVENT\r\n",
    b"END:VEVENT\r\n",
    b"BEGIN:VTIMEZONE\r\n",
    b"END:VTIMEZONE\r\n",
    b"BEGIN:STANDARD\r\n",
    b"END:STANDARD\r\n",
    b"DTSTART:20261201T091000Z\r\n",
    b"DTSTART;VALUE=DATE:20261201\r\n",
    b";TZID=\"GMT Standard Time\":",
    b"RECURRENCE-ID:",
    b"RDATE:",
    b"EXDATE:",
    b"RRULE:FREQ=WEEKLY",
    b"FREQ=YEARLY",
    b"FREQ=DAILY",
    b";COUNT=4294967295",
    b";INTERVAL=4294967295",
    b";UNTIL=99991231",
    b";BYDAY=-53SU",
    b";BYSETPOS=-366",
    b";BYMONTHDAY=-31",
    b";BYWEEKNO=53",
    b"00010101T000000",
    b"99991231T235959",
    b"TZOFFSETFROM:-2359",
    b"STATUS:CANCELLED\r\n",
    b"TRANSP:TRANSPARENT\r\nCATEGORIES:WINDOW\r\n",
    b"\"",
    b"\\",
    b"\xff",
];

/// Fewer in the test, as each input is worked out through years.
/// A file, read, applied to its own first visit, worked out, written and read again.
pub const FILE: Target =
    Target { name: "calendar", test_inputs: 4_000, seeds, tokens: TOKENS, reader: file_reader };

fn seeds() -> Vec<Vec<u8>> {
    [
        &include_bytes!("../../../core/src/calendar/shapes/google_weekly.ics")[..],
        include_bytes!("../../../core/src/calendar/shapes/outlook_request.ics"),
        include_bytes!("../../../core/src/calendar/shapes/own_offsets.ics"),
        include_bytes!("../../../core/src/calendar/shapes/rdates_only.ics"),
        include_bytes!("../../../core/src/calendar/shapes/utc_weekly.ics"),
    ]
    .map(<[u8]>::to_vec)
    .to_vec()
}

fn file_reader() -> Reader {
    let london = Zone::parse("Europe/London").unwrap();
    let how = Writing { show: Show::Whole, title: "x", product: "x", made: Moment(0) };
    Box::new(move |bytes| {
        let calendar = match read(&text_of(bytes), london) {
            Ok(calendar) => calendar,
            Err(error) => return refused(error),
        };
        let kept = calendar.entries.first().map(|entry| entry.visit.clone()).unwrap_or_default();
        calendar.entries.iter().for_each(|entry| drop(apply(&kept, entry)));
        let singles: usize = calendar.entries.iter().take(20).map(|entry| worked_out(&entry.visit)).sum();
        let again = write(&[("x".to_owned(), &kept)], &how).text;
        assert!(read(&again, london).is_ok(), "what was written does not read");
        let (entries, left_out) = (rough(calendar.entries.len() as u64), calendar.left_out.len().min(4));
        format!("ok: {entries} {left_out} {}", rough(singles as u64))
    })
}

fn worked_out(visit: &Visit) -> usize {
    let day = |text: &str| text.parse().unwrap();
    let found = between(visit, day("2026-01-01"), day("2027-12-31"));
    assert!(found.is_sorted_by_key(|one| one.when.day()), "out of order");
    let _ = (last_day(visit), next(visit, "2026-12-01T09:00:00".parse().unwrap()));
    found.len()
}
