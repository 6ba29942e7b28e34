//! Dates as people write them above a text and in file names.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};

use crate::time::{Moment, Zone};

const WITH_OFFSET: [&str; 4] =
    ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%d %H:%M:%S%.f %#z", "%Y-%m-%d %H:%M %#z", "%Y-%m-%dT%H:%M%#z"];
const LOCAL: [&str; 7] = [
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%Y-%m-%d %H.%M",
];
const DAY: [&str; 3] = ["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d"];

/// A day without a time is noon of that day, which stays on it when the zone is a little off.
fn noon(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default())
}

/// Reads a date that was written as a fact: with an offset, or as a clock in `zone` showed it, or a day
/// alone (then noon). Only orders that can't be mistaken: year, month, day.
pub(super) fn parse(text: &str, zone: Zone) -> Option<Moment> {
    let text = text.trim();
    if text.len() > 64 {
        return None;
    }
    let offset = |form: &&str| DateTime::parse_from_str(text, form).ok();
    let local = |form: &&str| NaiveDateTime::parse_from_str(text, form).ok();
    let day = |form: &&str| NaiveDate::parse_from_str(text, form).ok();
    if let Ok(at) = Moment::parse(text) {
        return Some(at);
    }
    if let Some(at) = WITH_OFFSET.iter().find_map(offset) {
        return Moment(at.timestamp_millis()).checked().ok();
    }
    let found = LOCAL.iter().find_map(local).or_else(|| DAY.iter().find_map(day).map(noon));
    zone.moment_of(found?).ok()
}

/// Reads the date at the start of a file name (`2024-03-05`, `20240305`, each with a time such as
/// `14.30` or `T1430` behind it or without), and gives what is left of the name.
pub(super) fn parse_name(stem: &str, zone: Zone) -> Option<(Moment, &str)> {
    let (day, rest) = day(stem)?;
    let timed = time(rest).map(|(time, rest)| (day.and_time(time), rest));
    let (local, rest) = timed.unwrap_or((noon(day), rest));
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '.' | ','));
    Some((zone.moment_of(local).ok()?, rest))
}

fn day(text: &str) -> Option<(NaiveDate, &str)> {
    let (year, rest) = digits(text, 4)?;
    let mark = rest.chars().next().filter(|c| matches!(c, '-' | '_' | '.'));
    let after = |text| match mark {
        Some(mark) => str::strip_prefix(text, mark),
        None => Some(text),
    };
    let (month, rest) = digits(after(rest)?, 2)?;
    let (day, rest) = digits(after(rest)?, 2)?;
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some((NaiveDate::from_ymd_opt(year.cast_signed(), month, day)?, rest))
}

fn time(text: &str) -> Option<(NaiveTime, &str)> {
    let text = text.strip_prefix(['T', 't', ' ', '_', '-'])?;
    let (hour, rest) = digits(text, 2)?;
    let (minute, rest) = digits(rest.strip_prefix([':', '.', '-', 'h', '_']).unwrap_or(rest), 2)?;
    let second = digits(rest.strip_prefix([':', '.', '-', '_']).unwrap_or(rest), 2);
    let (second, rest) = second.unwrap_or((0, rest));
    if rest.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    Some((NaiveTime::from_hms_opt(hour, minute, second)?, rest))
}

fn digits(text: &str, count: usize) -> Option<(u32, &str)> {
    let (head, rest) = text.split_at_checked(count)?;
    let all = head.bytes().all(|byte| byte.is_ascii_digit());
    Some((head.parse().ok().filter(|_| all)?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::local_text;

    fn london() -> Zone {
        Zone::parse("Europe/London").unwrap()
    }

    #[test]
    fn file_names_give_day_time_and_the_rest() {
        let cases = [
            ("2024-03-05", "2024-03-05T12:00:00", ""),
            ("20240305", "2024-03-05T12:00:00", ""),
            ("2024-07-05 14.30 At the lake", "2024-07-05T14:30:00", "At the lake"),
            ("2024-03-05T1430", "2024-03-05T14:30:00", ""),
            ("20240305_143059", "2024-03-05T14:30:59", ""),
            ("2024_03_05 - Tuesday", "2024-03-05T12:00:00", "Tuesday"),
            ("2024-03-05-10-things", "2024-03-05T12:00:00", "10-things"),
            ("1660-01-11 Pepys", "1660-01-11T12:00:00", "Pepys"),
        ];
        for (name, local, rest) in cases {
            let (at, left) = parse_name(name, london()).unwrap();
            assert_eq!((local_text(at.local(london())).as_str(), left), (local, rest), "{name}");
        }
        for name in ["", "Shopping", "2024", "2024-13-05", "202403051", "2024-3-5", "٢٠٢٤-03-05", "2024-0é"]
        {
            assert!(parse_name(name, london()).is_none(), "{name}");
        }
    }

    #[test]
    fn written_dates_are_read_in_their_offset_or_her_zone() {
        let cases = [
            ("2024-07-05T14:30:00Z", "2024-07-05T14:30:00Z"),
            ("2024-07-05 14:30:00 +0200", "2024-07-05T12:30:00Z"),
            ("2024-07-05T14:30:00.25+02:00", "2024-07-05T12:30:00.250Z"),
            ("2024-07-05 14:30", "2024-07-05T13:30:00Z"),
            ("2024-07-05", "2024-07-05T11:00:00Z"),
            ("2024/07/05", "2024-07-05T11:00:00Z"),
        ];
        for (text, utc) in cases {
            assert_eq!(parse(text, london()).unwrap().to_rfc3339(), utc, "{text}");
        }
        for text in ["", "05/07/2024", "yesterday", "2024-02-30", "99999-01-01"] {
            assert!(parse(text, london()).is_none(), "{text}");
        }
    }
}
