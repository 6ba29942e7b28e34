//! Lines of a calendar file (RFC 5545, 3.1): folds, and the text of values.

use super::LONGEST_LINE;

/// The longest line that is written, in bytes without its end.
const WIDEST: usize = 75;

/// The text of a file as it lies on the disk: folds are taken out before it is read as UTF-8, as some programs fold
/// within a letter.
#[must_use]
pub fn text_of(bytes: &[u8]) -> String {
    let mut text = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((byte, after)) = rest.split_first() {
        rest = match (byte, after) {
            (b'\r', [b'\n', b' ' | b'\t', after @ ..]) | (b'\n', [b' ' | b'\t', after @ ..]) => after,
            _ => {
                text.push(*byte);
                after
            }
        };
    }
    String::from_utf8_lossy(&text).into_owned()
}

/// The lines of a file without their folds; empty ones and those longer than [`LONGEST_LINE`] are passed over.
pub(super) fn unfolded(text: &str) -> impl Iterator<Item = String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut physical = text.split(['\n', '\r']).filter(|line| !line.is_empty()).peekable();
    std::iter::from_fn(move || {
        let mut line = physical.next()?.to_owned();
        while let Some(more) = physical.peek().and_then(|next| next.strip_prefix([' ', '\t'])) {
            // One byte more than is allowed tells that it was too long.
            if line.len() <= LONGEST_LINE {
                line.push_str(more);
            }
            physical.next();
        }
        Some(line)
    })
    .filter(|line| line.len() <= LONGEST_LINE)
}

/// The text of a value: what a backslash stands before is itself, but for `n`, which is a new line.
pub(super) fn unescape(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
            '\0' => text.push('\u{fffd}'),
            other => text.push(other),
        }
    }
    text
}

/// A text as a value; letters that steer a device are dropped.
pub(super) fn escape(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            '\n' => value.push_str("\\n"),
            other if other.is_control() => {}
            other => value.push(other),
        }
    }
    value
}

/// Adds a line to a file: folded between letters, and ended.
pub(super) fn push_folded(file: &mut String, line: &str) {
    let mut width = 0;
    for letter in line.chars() {
        if width + letter.len_utf8() > WIDEST {
            file.push_str("\r\n ");
            width = 1;
        }
        file.push(letter);
        width += letter.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_comes_back(text in "[^\\p{Cc}]{0,300}") {
            let mut file = String::new();
            push_folded(&mut file, &format!("SUMMARY:{}", escape(&text)));
            prop_assert!(file.split("\r\n").all(|line| line.len() <= WIDEST));
            let lines: Vec<String> = unfolded(&file).collect();
            prop_assert_eq!(lines.len(), 1);
            prop_assert_eq!(unescape(lines[0].strip_prefix("SUMMARY:").unwrap()), text);
        }
    }

    #[test]
    fn a_letter_that_was_folded_apart_is_whole_again() {
        let file = "SUMMARY:caf\u{e9}\r\n".as_bytes();
        let (front, back) = file.split_at(12);
        assert_eq!(text_of(&[front, b"\r\n ", back].concat()), "SUMMARY:caf\u{e9}\r\n");
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let long = "A".repeat(70) + "\r\n ";
        let file = format!("ATTACH:{}\r\nSUMMARY:x\r\n", long.repeat(1_000));
        assert_eq!(unfolded(&file).collect::<Vec<_>>(), ["SUMMARY:x"]);
    }
}
