//! Finds the links and pictures of a Markdown text, in one pass whatever the text.

use memchr::memchr3;

/// A link as it stands in a text.
pub(super) struct Link<'a> {
    /// Whether it shows what it points at (`![…](…)`).
    pub picture: bool,
    /// The words it shows.
    pub label: &'a str,
    /// What it points at, without angle brackets or a title.
    pub target: &'a str,
}

/// Open brackets remembered at once; labels are never nested deeper in earnest.
const OPEN_BRACKETS: usize = 32;

/// The text with each link put to `replace`; `None` leaves it as it stands.
pub(super) fn rewrite(text: &str, replace: &mut dyn FnMut(&Link<'_>) -> Option<String>) -> String {
    let mut written = String::with_capacity(text.len());
    let mut copied = 0;
    let mut open: Vec<usize> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(skipped) = bytes.get(at..).and_then(|rest| memchr3(b'\\', b'[', b']', rest)) {
        at += skipped;
        match bytes.get(at) {
            Some(b'\\') => at += 1,
            Some(b'[') => {
                if open.len() == OPEN_BRACKETS {
                    open.remove(0);
                }
                open.push(at);
            }
            Some(b']') => {
                let start = open.pop();
                let end = start.and_then(|start| Some((start, target_end(bytes, at + 1)?)));
                if let Some((start, end)) = end {
                    let begin =
                        if start > copied && bytes.get(start - 1) == Some(&b'!') { start - 1 } else { start };
                    let link = link_of(text, begin, start, at, end);
                    if let Some(new) = link.and_then(|link| replace(&link)).filter(|_| begin >= copied) {
                        written.push_str(text.get(copied..begin).unwrap_or_default());
                        written.push_str(&new);
                        copied = end + 1;
                    }
                    at = end;
                }
            }
            _ => {}
        }
        at += 1;
    }
    written.push_str(text.get(copied..).unwrap_or_default());
    written
}

fn link_of(text: &str, begin: usize, start: usize, middle: usize, end: usize) -> Option<Link<'_>> {
    let label = text.get(start + 1..middle)?;
    let target = bare_target(text.get(middle + 2..end)?);
    Some(Link { picture: begin < start, label, target })
}

/// The place of the `)` that ends the target begun at `open`, on the same line and before another link.
fn target_end(bytes: &[u8], open: usize) -> Option<usize> {
    if bytes.get(open) != Some(&b'(') {
        return None;
    }
    let mut depth = 0_u32;
    for (offset, &byte) in bytes.get(open..)?.iter().enumerate() {
        match byte {
            b'\n' => return None,
            b']' if bytes.get(open + offset + 1) == Some(&b'(') => return None,
            b'(' => depth += 1,
            b')' if depth == 1 => return Some(open + offset),
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

fn bare_target(inside: &str) -> &str {
    let inside = inside.trim();
    if let Some((target, _)) = inside.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
        return target;
    }
    let title = [" \"", " '"].iter().filter_map(|mark| inside.find(mark)).min();
    title.and_then(|at| inside.get(..at)).unwrap_or(inside).trim()
}

/// How an attachment stands in a text: its name in brackets.
pub(super) fn reference(name: &str) -> String {
    format!("[{name}]")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn targets(text: &str) -> Vec<(bool, String, String)> {
        let mut found = Vec::new();
        rewrite(text, &mut |link| {
            found.push((link.picture, link.label.to_owned(), link.target.to_owned()));
            None
        });
        found
    }

    #[test]
    fn links_are_found_as_markdown_has_them() {
        let found = targets("a ![b](c.jpg) [d](<e f.ogg>) [g](h \"i\") ![](j (1).png) \\[k](l) [m [n] o](p)");
        let plain: Vec<_> = found.iter().map(|(p, l, t)| (*p, l.as_str(), t.as_str())).collect();
        let wanted = [
            (true, "b", "c.jpg"),
            (false, "d", "e f.ogg"),
            (false, "g", "h"),
            (true, "", "j (1).png"),
            (false, "m [n] o", "p"),
        ];
        assert_eq!(plain, wanted);
    }

    #[test]
    fn only_what_is_replaced_changes() {
        let out = rewrite("x ![a](1) y [b](2) z", &mut |link| link.picture.then(|| reference("one")));
        assert_eq!(out, "x [one] y [b](2) z");
    }

    #[test]
    fn a_text_of_brackets_ends() {
        for piece in ["[", "](", "![](", "[](", "()", "]"] {
            let text = piece.repeat(200_000);
            assert_eq!(rewrite(&text, &mut |_| None), text);
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost_when_nothing_is_replaced(text in "[\\[\\]()!\\\\a<>\"é\n ]{0,60}") {
            proptest::prop_assert_eq!(rewrite(&text, &mut |_| None), text);
        }
    }
}
