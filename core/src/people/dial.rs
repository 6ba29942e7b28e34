//! From a number as she wrote it to what a phone can dial.

/// Fewer digits are no number: "ring after 5".
const FEWEST_DIGITS: usize = 3;

/// What a phone is to dial: the first number in the text, as digits with a `+` before them where she wrote
/// one; none if there is no number. `+44 (0)20…` loses its `(0)`, and a second number is left out.
#[must_use]
pub fn dialable(written: &str) -> Option<String> {
    let one_way = if written.contains('+') { written.replace("(0)", " ") } else { written.to_owned() };
    one_way.split(|c| !belongs(c)).flat_map(split_at_plus).find(|number| is_number(number))
}

fn belongs(c: char) -> bool {
    digit(c).is_some() || c == '+' || c.is_whitespace() || "-.()\u{2010}\u{2011}\u{2013}".contains(c)
}

/// A `+` begins another number.
fn split_at_plus(run: &str) -> Vec<String> {
    let digits = |part: &str| part.chars().filter_map(digit).collect::<String>();
    let mut parts = run.split('+');
    let first = parts.next().map(digits);
    first.into_iter().chain(parts.map(|part| format!("+{}", digits(part)))).collect()
}

fn is_number(number: &str) -> bool {
    number.trim_start_matches('+').len() >= FEWEST_DIGITS
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
            ("after 5, 0117 496 0000", "01174960000"),
            ("0117 496 0000 / 07700 900123", "01174960000"),
            ("home +44 117 496 0000+44 7700 900123", "+441174960000"),
            ("٠٧٧٠٠ ٩٠٠١٢٣", "07700900123"),
        ] {
            assert_eq!(dialable(written).as_deref(), Some(dialled), "{written}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_dialled() {
        for written in ["", "she has mine", "after 5", "+", "12", "flat 7, no phone"] {
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
