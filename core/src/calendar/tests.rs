//! Files of other programs, as they document or write them (`shapes/`, by hand, no real one), files that mean harm, and
//! our own read again.

use chrono::{Days, NaiveDate, NaiveDateTime};
use proptest::prelude::*;

use super::*;
use crate::error::{Error, Thing};
use crate::time::{Moment, Zone, local_text};
use crate::visits::occurrence::between;
use crate::visits::repeat::{Moved, Repeat};
use crate::visits::visit::Status;
use crate::visits::when::When;

macro_rules! shape {
    ($name:literal) => {
        read(include_str!(concat!("shapes/", $name, ".ics")), london()).unwrap()
    };
}

fn london() -> Zone {
    Zone::parse("Europe/London").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> When {
    When::At(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap())
}

/// The times of all that a visit stands for, in 2026 and 2027.
fn times(visit: &Visit) -> Vec<String> {
    let all = between(visit, day("2026-01-01"), day("2027-12-31"));
    all.iter()
        .map(|one| one.when.start().map_or_else(|| one.when.day().unwrap().to_string(), local_text))
        .collect()
}

fn only(calendar: &Calendar) -> &Visit {
    assert_eq!((calendar.entries.len(), calendar.left_out.as_slice()), (1, [].as_slice()));
    &calendar.entries[0].visit
}

#[test]
fn google_a_weekly_group_with_one_left_out_and_one_moved() {
    let calendar = shape!("google_weekly");
    let visit = only(&calendar);
    assert_eq!((visit.title.as_str(), visit.place.as_str()), ("Group", "The old library, Mill Lane"));
    let expected = ["10-06T18:30", "10-13T18:30", "10-27T18:30", "11-04T11:00", "11-10T18:30", "11-17T18:30"];
    let times = times(visit);
    assert!(
        times.iter().zip(expected).all(|(time, expected)| *time == format!("2026-{expected}:00")),
        "{times:?}"
    );
    assert_eq!((times.len(), times.last().unwrap().as_str()), (10, "2026-12-15T18:30:00"));
}

#[test]
fn each_shape_gives_its_time_on_the_right_clocks() {
    for (calendar, when, zone) in [
        (shape!("google_day"), When::Day(day("2026-12-24")), "Europe/London"),
        (shape!("outlook_request"), at("2026-07-14 14:00"), "Europe/London"),
        (shape!("outlook_customized"), at("2026-07-14 10:10"), "Europe/London"),
        (shape!("own_offsets"), at("2026-07-14 12:40"), "Europe/London"),
        (shape!("apple_monthly"), at("2026-01-06 09:10"), "Europe/London"),
        (shape!("nhs_booking"), at("2026-12-03 09:10"), "Europe/London"),
        (shape!("thunderbird"), at("2026-01-05 19:00"), "Europe/Paris"),
        (shape!("utc_weekly"), at("2026-01-05 23:30"), "UTC"),
        (shape!("until_in_another_day"), at("2026-01-05 20:00"), "America/New_York"),
        (shape!("welsh_clinic"), at("2026-05-18 13:30"), "Europe/London"),
        (shape!("line_feeds"), at("2026-01-05 09:00"), "Europe/London"),
    ] {
        let visit = only(&calendar);
        assert_eq!((visit.when, visit.zone.name()), (when, zone));
    }
}

#[test]
fn a_time_in_utc_is_told_by_her_clocks() {
    let calendar = shape!("nhs_floating_utc_summer");
    let whens: Vec<When> = calendar.entries.iter().map(|entry| entry.visit.when).collect();
    assert_eq!(whens, [at("2026-07-01 14:00"), at("2026-07-02 13:00")]);
}

#[test]
fn the_words_of_a_file_are_taken_over() {
    let calendar = shape!("outlook_request");
    let visit = only(&calendar);
    assert_eq!(visit.notes, "Please come ten minutes early.\nRing the bell at the side door; it is open.");
    assert_eq!((visit.who.as_str(), visit.contact.as_str()), ("Hill, Ann", "ann.hill@practice.example"));
    let calendar = shape!("welsh_clinic");
    let visit = only(&calendar);
    assert_eq!(visit.place, "Canolfan Iechyd T\u{177} Mawr");
    assert!(visit.notes.ends_with("ffoniwch 01632 960002."));
    let calendar = shape!("apple_monthly");
    let visit = only(&calendar);
    assert_eq!(visit.place, "Mill Lane Practice\n4 Mill Lane, Fernham");
    assert_eq!(visit.contact, "https://practice.example/book");
    assert_eq!(only(&shape!("nhs_booking")).contact, "01632 960001");
    assert_eq!(only(&shape!("line_feeds")).title, "Only line feeds");
}

#[test]
fn each_shape_comes_again_as_it_says() {
    let starts = |calendar: &Calendar| times(only(calendar));
    let monthly = starts(&shape!("apple_monthly"));
    assert_eq!(monthly.len(), 6);
    assert_eq!(monthly.last().unwrap(), "2026-06-02T09:10:00");
    let choir = starts(&shape!("thunderbird"));
    assert_eq!(choir[..3], ["2026-01-05T19:00:00", "2026-01-10T20:00:00", "2026-02-02T19:00:00"]);
    let yoga = starts(&shape!("nextcloud_single_cancelled"));
    assert_eq!(yoga, ["2026-03-03T17:00:00", "2026-03-10T17:00:00", "2026-03-24T17:00:00"]);
    let stitches = starts(&shape!("rdates_only"));
    let expected = ["05T09:00", "12T09:00", "19T11:30", "26T09:00"].map(|time| format!("2026-01-{time}:00"));
    assert_eq!(stitches, expected);
    assert_eq!(starts(&shape!("utc_weekly")), ["2026-01-05T23:30:00", "2026-01-19T23:30:00"]);
    let evenings = starts(&shape!("until_in_another_day"));
    assert_eq!((evenings.len(), evenings.last().unwrap().as_str()), (3, "2026-01-07T20:00:00"));
}

#[test]
fn what_is_not_taken_is_told_with_its_place() {
    let calendar = shape!("tasks_and_busy");
    let titles: Vec<&str> = calendar.entries.iter().map(|entry| entry.visit.title.as_str()).collect();
    assert_eq!(titles, ["Stays", "Drops"]);
    let left_out =
        [(1, Why::NoEvent), (3, Why::NoEvent), (4, Why::NoTime), (5, Why::UnknownZone), (6, Why::Repeat)];
    assert_eq!(calendar.left_out, left_out.map(|(place, why)| LeftOut { place, why }));
    let calendar = shape!("cut_off");
    assert_eq!(calendar.left_out, [LeftOut { place: 2, why: Why::CutOff }]);
    assert_eq!(calendar.entries[0].visit.title, "Whole");
}

#[test]
fn the_newest_of_one_uid_counts() {
    assert_eq!(only(&shape!("two_sequences")).when, at("2026-01-05 10:00"));
}

#[test]
fn a_single_one_without_the_others_names_its_day() {
    let calendar = shape!("single_alone");
    let visit = only(&calendar);
    assert_eq!((calendar.entries[0].day, visit.when), (Some(day("2026-03-17")), at("2026-03-18 09:00")));
}

#[test]
fn hers_stays_when_the_file_moves_a_visit_or_calls_it_off() {
    let calendar = shape!("outlook_request");
    let mut kept = only(&calendar).clone();
    kept.plan.say = vec!["Ask about the tablets".into()];
    kept.travel = "Bus 4".into();
    assert!(matches!(apply(&kept, &calendar.entries[0]), Step::Same));
    let cancelled = shape!("outlook_cancel");
    assert!(cancelled.method_cancel);
    let Step::CalledOff(off) = apply(&kept, &cancelled.entries[0]) else { panic!("not called off") };
    assert_eq!((off.status, off.title.as_str()), (Status::CalledOff, "Talk with Ann"));
    assert!(off.plan == kept.plan && off.travel == kept.travel && off.when == kept.when);
    assert!(matches!(apply(&off, &calendar.entries[0]), Step::Older));
    let mut moved = shape!("outlook_request");
    moved.entries[0].visit.when = at("2026-07-15 09:00");
    assert!(matches!(apply(&kept, &moved.entries[0]), Step::Same), "the same SEQUENCE is the same file");
    moved.entries[0].visit.source.as_mut().unwrap().sequence += 1;
    let Step::Update(moved) = apply(&kept, &moved.entries[0]) else { panic!("not moved") };
    assert_eq!((moved.status, moved.when), (Status::Changed, at("2026-07-15 09:00")));
    assert_eq!(moved.plan.say, kept.plan.say);
}

#[test]
fn a_single_one_moves_within_the_visit_that_is_kept() {
    let calendar = shape!("nextcloud_single_cancelled");
    let kept = only(&calendar).clone();
    let mut single = shape!("single_alone");
    let entry = &mut single.entries[0];
    let source = entry.visit.source.as_mut().unwrap();
    (source.uid, source.sequence) = ("nc-1".into(), 9);
    entry.day = Some(day("2026-03-24"));
    let Step::Update(changed) = apply(&kept, entry) else { panic!("not moved") };
    // Nine in London is ten in Berlin.
    assert_eq!(times(&changed), ["2026-03-03T17:00:00", "2026-03-10T17:00:00", "2026-03-18T10:00:00"]);
    entry.visit.status = Status::CalledOff;
    let Step::Update(changed) = apply(&kept, entry) else { panic!("not left out") };
    assert_eq!(times(&changed).len(), 2);
}

#[test]
fn what_is_no_calendar_or_too_large_is_refused() {
    let no_calendar = Err(Error::NotUnderstood { what: Thing::Calendar });
    let too_large = Err(Error::TooLarge { what: Thing::Calendar });
    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(DEEPEST));
    let many = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VTODO\nEND:VTODO\n".repeat(MOST_PARTS));
    for (text, expected) in [
        (String::new(), no_calendar),
        ("Dear Ann".into(), no_calendar),
        ("BEGIN:VCARD\nEND:VCARD\n".into(), no_calendar),
        (deep, no_calendar),
        (many, too_large),
        (" ".repeat(LARGEST + 1), too_large),
    ] {
        assert_eq!(read(&text, london()).map(|_| ()), expected);
    }
}

#[test]
fn a_file_that_means_harm_ends() {
    let zone = |name: u32| {
        format!(
            "BEGIN:VTIMEZONE\nTZID:Z{name}\n{}END:VTIMEZONE\n",
            "BEGIN:STANDARD\nDTSTART:16010101T000000\nRRULE:FREQ=DAILY\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0017\nEND:STANDARD\n"
                .repeat(8)
        )
    };
    let event = |name: u32| {
        let days = "19900101T000000,".repeat(1_500);
        format!(
            "BEGIN:VEVENT\nUID:{name}\nDTSTART;TZID=Z{name}:19900101T000000\nEXDATE;TZID=Z{name}:{days}19900101T000000\nRRULE:FREQ=DAILY;COUNT=4000000000;BYMONTHDAY=31;BYMONTH=2,3\nEND:VEVENT\n"
        )
    };
    let zones: String = (0..100).map(zone).collect();
    let events: String = (0..100).map(event).collect();
    let calendar = read(&format!("BEGIN:VCALENDAR\n{zones}{events}END:VCALENDAR\n"), london()).unwrap();
    assert!(calendar.entries.iter().all(|entry| times(&entry.visit).len() < 100));
    let nested = "BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\nEND:VCALENDAR\nDTSTART:1\n";
    assert!(read(nested, london()).unwrap().entries.is_empty());
}

fn writing(show: Show) -> Writing<'static> {
    Writing {
        show,
        title: "Water the plants",
        product: "A notebook",
        made: Moment::parse("2026-11-22T10:00:00Z").unwrap(),
    }
}

fn written(visit: &Visit, show: Show) -> String {
    write(&[("some-uid".to_owned(), visit)], &writing(show)).text
}

#[test]
fn a_neutral_file_says_when_and_nothing_else() {
    let visit = Visit {
        title: "Private title".into(),
        who: "Private who".into(),
        place: "Private place".into(),
        contact: "Private contact".into(),
        notes: "Private notes".into(),
        travel: "Private travel".into(),
        when: at("2026-12-01 09:10"),
        zone: london(),
        ..Visit::default()
    };
    let neutral = written(&visit, Show::Neutral);
    assert!(neutral.contains("SUMMARY:Water the plants\r\n") && !neutral.contains("Private"));
    let whole = written(&visit, Show::Whole);
    for word in ["SUMMARY:Private title", "LOCATION:Private place", "CONTACT:Private who\\, Private contact"]
    {
        assert!(whole.contains(word), "{word}");
    }
    assert!(!whole.contains("travel"));
}

#[test]
fn what_has_no_day_yet_is_counted_and_not_written() {
    let visit = Visit::default();
    let written = write(&[("u".to_owned(), &visit)], &writing(Show::Whole));
    assert_eq!((written.left_out, written.text.contains("VEVENT")), (1, false));
}

#[test]
fn no_word_of_hers_can_be_a_line_of_its_own() {
    let visit = Visit {
        title: "a\r\nATTACH:x\u{0}".into(),
        when: at("2026-12-01 09:10"),
        zone: london(),
        ..Visit::default()
    };
    let uid = "u\r\nATTACH:y".to_owned();
    let text = write(&[(uid, &visit)], &writing(Show::Whole)).text;
    assert!(!text.contains("\nATTACH"), "{text}");
}

/// As JSON: a visit itself is never told in a failure.
fn visits() -> impl Strategy<Value = String> {
    let zones = prop::sample::select(vec![
        "Europe/London",
        "UTC",
        "America/St_Johns",
        "Africa/Casablanca",
        "Asia/Tokyo",
    ]);
    let rules = prop::sample::select(vec![
        "",
        "FREQ=WEEKLY;BYDAY=TU,FR",
        "FREQ=DAILY;INTERVAL=3;COUNT=40",
        "FREQ=MONTHLY;BYDAY=-1WE;UNTIL=20280401",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
    ]);
    let begins = (0..700_u64, 0..1_380_i64, 0..3);
    let days = prop::collection::vec((0..500_u64, 0..1_440_i64), 0..4);
    (zones, rules, begins, days.clone(), days).prop_map(
        |(zone, rule, (offset, minutes, kind), skipped, moved)| {
            let date = |days: u64| day("2026-01-01") + Days::new(days);
            let time = |days, minutes| {
                date(days).and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::minutes(minutes)
            };
            let start = time(offset, minutes);
            let when = |start: NaiveDateTime| match kind {
                0 => When::Day(start.date()),
                1 => When::At(start),
                _ => When::Window {
                    day: start.date(),
                    from: start.time(),
                    to: start.time() + chrono::TimeDelta::minutes(50),
                },
            };
            let repeat = Repeat {
                rule: rule.to_owned(),
                added: skipped.iter().map(|(day, _)| date(offset + day / 2)).collect(),
                skipped: skipped.iter().map(|(day, _)| date(offset + day)).collect(),
                moved: moved
                    .iter()
                    .map(|(day, by)| Moved {
                        day: date(offset + day),
                        when: when(time(offset + 3, (minutes + by) % 1_380)),
                    })
                    .collect(),
            };
            let repeat = (!rule.is_empty()).then_some(repeat);
            let zone = Zone::parse(zone).unwrap();
            serde_json::to_string(&Visit { when: when(start), zone, repeat, ..Visit::default() }).unwrap()
        },
    )
}

proptest! {
    #[test]
    fn a_file_that_was_written_reads_as_the_same_times(visit in visits()) {
        let visit: Visit = serde_json::from_str(&visit).unwrap();
        let calendar = read(&written(&visit, Show::Whole), london()).unwrap();
        let back = only(&calendar);
        let all = |visit: &Visit| {
            let ours = between(visit, day("2026-01-01"), day("2030-12-31")).into_iter();
            ours.map(|one| one.when).collect::<Vec<_>>()
        };
        if visit.repeat.is_some() || visit.when.start().is_none() || visit.zone != Zone::UTC {
            prop_assert!(all(back) == all(&visit));
        } else {
            let moment = |visit: &Visit| visit.zone.moment_of(visit.when.start().unwrap());
            prop_assert_eq!(moment(back), moment(&visit));
        }
    }

    #[test]
    fn any_text_is_read_calmly(lines in prop::collection::vec("(BEGIN|END|DTSTART|RRULE|RECURRENCE-ID|UID|TZID)[:;=]?(VCALENDAR|VEVENT|VTIMEZONE|[A-Z0-9;:=]{0,20})", 0..30)) {
        let _ = read(&format!("BEGIN:VCALENDAR\n{}", lines.join("\n")), london());
    }
}
