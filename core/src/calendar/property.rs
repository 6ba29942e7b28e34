//! A property of a calendar file: its name, parameters and value, and the values that are times.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// A line that was taken apart.
pub(super) struct Property {
    /// Its name in capitals.
    pub name: String,
    /// Its parameters: names in capitals, values without quotes.
    parameters: Vec<(String, String)>,
    /// Its value as it stands in the file.
    pub value: String,
}

impl Property {
    /// Takes a line apart; none if it has no value.
    pub(super) fn parse(line: &str) -> Option<Self> {
        let (head, value) = split_outside_quotes(line, ':')?;
        let mut parts = outside_quotes(head, ';');
        let name = parts.next()?.trim().to_ascii_uppercase();
        let parameters = parts
            .filter_map(|part| part.split_once('='))
            .map(|(name, value)| (name.trim().to_ascii_uppercase(), value.trim_matches('"').to_owned()));
        Some(Self { name, parameters: parameters.collect(), value: value.to_owned() })
    }

    /// A parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// A time as it is written in a calendar file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stamp {
    /// A day.
    Day(NaiveDate),
    /// What a clock shows: of the zone that is named with it, or else of wherever she is.
    Local(NaiveDateTime),
    /// The same in UTC.
    Utc(NaiveDateTime),
}

impl Stamp {
    /// Reads `YYYYMMDD`, `YYYYMMDDTHHMMSS` and the same with `Z`; of a period, its beginning.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.split_once('/').map_or(text, |(begin, _)| begin);
        let Some((day, time)) = text.split_once(['T', 't']) else { return day_of(text).map(Stamp::Day) };
        let day = day_of(day)?;
        match time.strip_suffix(['Z', 'z']) {
            Some(time) => time_of(time).map(|time| Stamp::Utc(day.and_time(time))),
            None => time_of(time).map(|time| Stamp::Local(day.and_time(time))),
        }
    }

    /// The day that stands there.
    pub(super) fn day(self) -> NaiveDate {
        match self {
            Stamp::Day(day) => day,
            Stamp::Local(at) | Stamp::Utc(at) => at.date(),
        }
    }
}

fn day_of(text: &str) -> Option<NaiveDate> {
    let [year, month, day] = numbers(text, [4, 2, 2])?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| year > 0)
}

/// A leap second is the one before it; seconds may be missing.
fn time_of(text: &str) -> Option<NaiveTime> {
    let [hour, minute, second] = match numbers(text, [2, 2]) {
        Some([hour, minute]) => [hour, minute, 0],
        None => numbers(text, [2, 2, 2])?,
    };
    NaiveTime::from_hms_opt(hour, minute, second.min(59)).filter(|_| second <= 60)
}

/// Numbers of so many digits each, and nothing else.
pub(super) fn numbers<const N: usize>(text: &str, widths: [usize; N]) -> Option<[u32; N]> {
    let mut rest = text;
    let mut found = [0; N];
    for (width, number) in widths.into_iter().zip(&mut found) {
        let (digits, after) = rest.split_at_checked(width)?;
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *number = digits.parse().ok()?;
        rest = after;
    }
    rest.is_empty().then_some(found)
}

fn split_outside_quotes(text: &str, sign: char) -> Option<(&str, &str)> {
    let mut quoted = false;
    let place = text.find(|letter| {
        quoted ^= letter == '"';
        letter == sign && !quoted
    })?;
    Some((text.get(..place)?, text.get(place + sign.len_utf8()..)?))
}

fn outside_quotes(text: &str, sign: char) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let whole = rest?;
        let (part, after) = split_outside_quotes(whole, sign).map_or((whole, None), |(a, b)| (a, Some(b)));
        rest = after;
        Some(part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_keep_what_is_in_them_together() {
        let line = "ATTENDEE;cn=\"Hill; the nurse: Ann\";RSVP=TRUE:mailto:ann@practice.example";
        let property = Property::parse(line).unwrap();
        assert_eq!(property.name, "ATTENDEE");
        assert_eq!(property.parameter("CN"), Some("Hill; the nurse: Ann"));
        assert_eq!(property.parameter("RSVP"), Some("TRUE"));
        assert_eq!(property.value, "mailto:ann@practice.example");
        assert!(Property::parse("no value").is_none());
    }

    #[test]
    fn times_are_read_and_odd_ones_refused() {
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").unwrap();
        for (text, stamp) in [
            ("20261201", Some(Stamp::Day("2026-12-01".parse().unwrap()))),
            ("20261201T091000", Some(Stamp::Local(at("2026-12-01 09:10:00")))),
            ("20261201T0910", Some(Stamp::Local(at("2026-12-01 09:10:00")))),
            ("20161231T235960Z", Some(Stamp::Utc(at("2016-12-31 23:59:59")))),
            ("20261201T091000Z/PT1H", Some(Stamp::Utc(at("2026-12-01 09:10:00")))),
            ("00000101", None),
            ("20260230", None),
            ("2026120\u{661}", None),
            ("20261201T0910000", None),
            ("20261201T256000", None),
        ] {
            assert!(Stamp::parse(text) == stamp, "{text}");
        }
    }
}
