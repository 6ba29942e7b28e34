//! From a number as she wrote it to what a phone can dial.

/// What a phone is to dial: digits, with a `+` before them where she wrote one. None unless the text is one
/// whole number, with words without digits before or after it at most: from more than that a wrong number could
/// be made, and a wrong one may reach a stranger. `+44 (0)20…` loses its `(0)`.
#[must_use]
pub fn dialable(written: &str) -> Option<String> {
    let abroad = written.contains('+') || written.trim_start().starts_with("00");
    let one_way = if abroad { written.replace("(0)", " ") } else { written.to_owned() };
    let (label, rest) = one_way.split_at(one_way.find(begins)?);
    let (run, tail) = rest.split_at(rest.find(|c| !belongs(c)).unwrap_or(rest.len()));
    if tail.contains(begins) || run.rfind('+').is_some_and(|at| at > 0) {
        return None;
    }
    let digits: String = run.chars().filter_map(digit).collect();
    let alone = label.trim().is_empty() && tail.trim().is_empty();
    let plus = if run.starts_with('+') { "+" } else { "" };
    is_number(plus, &digits, alone).then(|| format!("{plus}{digits}"))
}

fn begins(c: char) -> bool {
    digit(c).is_some() || c == '+'
}

fn belongs(c: char) -> bool {
    begins(c) || c.is_whitespace() || "-.()\u{2010}\u{2011}\u{2013}".contains(c)
}

/// As long as numbers are: within the United Kingdom (Ofcom's numbering plan), from abroad (E.164), or a short
/// one of a service, which must stand by itself.
fn is_number(plus: &str, digits: &str, alone: bool) -> bool {
    match digits.len() {
        8..=15 if plus == "+" => true,
        10..=17 if plus.is_empty() && digits.starts_with("00") => true,
        10..=11 if plus.is_empty() => digits.starts_with('0'),
        3..=6 if plus.is_empty() => alone,
        _ => false,
    }
}

/// The digits of the scripts that phones in this country are set to.
fn digit(c: char) -> Option<char> {
    let from = |zero: u32| char::from_digit((u32::from(c)).wrapping_sub(zero), 10);
    match c {
        '0'..='9' => Some(c),
        '\u{660}'..='\u{669}' => from(0x660),
        '\u{6f0}'..='\u{6f9}' => from(0x6f0),
        '\u{966}'..='\u{96f}' => from(0x966),
        '\u{9e6}'..='\u{9ef}' => from(0x9e6),
        '\u{a66}'..='\u{a6f}' => from(0xa66),
        '\u{ff10}'..='\u{ff19}' => from(0xff10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_dialled_as_it_was_meant() {
        for (written, dialled) in [
            ("999", "999"),
            ("116 123", "116123"),
            ("07700 900123 (work)", "07700900123"),
            ("(0117) 496-0000", "01174960000"),
            ("+44 (0)117 496 0000", "+441174960000"),
            ("+44 7700 900 123", "+447700900123"),
            ("home: 0117 496 0000", "01174960000"),
            ("0044 (0)117 496 0000", "00441174960000"),
            ("٠٧٧٠٠ ٩٠٠١٢٣", "07700900123"),
        ] {
            assert_eq!(dialable(written).as_deref(), Some(dialled), "{written}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_dialled() {
        for written in [
            "",
            "she has mine",
            "after 5",
            "+",
            "12",
            "flat 7, no phone",
            "room 101, 0117 496 0000",
            "after 5, 0117 496 0000",
            "room 101",
            "07700 900123 6pm",
            "flat 12 0117 496 0000",
            "0117 496 0000 07700 900123",
            "0117 496 0000 / 07700 900123",
            "home +44 117 496 0000+44 7700 900123",
        ] {
            assert_eq!(dialable(written), None, "{written}");
        }
    }

    /// Some signs would do more on a phone than dial.
    #[test]
    fn no_order_to_the_phone_comes_out() {
        for written in ["*#06#", "**21*07700900123#", "07700900123,,1234#", "07700 900123;ext=5"] {
            let dialled = dialable(written).unwrap_or_default();
            assert!(dialled.chars().all(|c| c.is_ascii_digit() || c == '+'), "{written}");
        }
    }
}
