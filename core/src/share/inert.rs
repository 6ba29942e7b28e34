//! Takes out of a text what could make a page say another thing than what was written: marks that turn letters round
//! (Unicode's bidirectional embeddings, overrides and isolates, UAX #9), invisible tags, and control characters.

/// The text without them. Line breaks of every kind become `\n`; joiners and plain direction marks, which scripts need,
/// stay.
#[must_use]
pub fn inert(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars().filter_map(kept).collect()
}

fn kept(c: char) -> Option<char> {
    match c {
        '\n' | '\t' => Some(c),
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        c if c.is_control() || turns(c) || is_hidden(c) => None,
        c => Some(c),
    }
}

fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}')
}

/// Characters that nobody sees, and code points that are none (which XML does not take either).
fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    ) || u32::from(c) & 0xfffe == 0xfffe
        || matches!(c, '\u{fdd0}'..='\u{fdef}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_are_not_turned_round() {
        assert_eq!(inert("a\u{202e}b\u{2066}c\u{2069}"), "abc");
        assert_eq!(inert("one\r\ntwo\u{2028}three\u{7}"), "one\ntwo\nthree");
    }

    #[test]
    fn what_scripts_need_stays() {
        for text in ["می\u{200c}خواهم", "\u{1f469}\u{200d}\u{1f9d1}", "ש\u{200f}!", "ไทย"] {
            assert_eq!(inert(text), text);
        }
    }

    proptest! {
        #[test]
        fn once_is_enough(text in any::<String>()) {
            let once = inert(&text);
            prop_assert_eq!(inert(&once), once);
        }
    }
}
