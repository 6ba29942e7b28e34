//! The text of a Day One entry as Markdown of its own: its escapes undone, its references to pictures
//! turned into their names.

use serde::Deserialize;

use super::dayone_entry::{Field, List, Object};
use super::links;

/// The text with references resolved: `name` gives the name of the attachment with this identifier, or
/// none if there is no such attachment, and the reference then goes.
pub(super) fn plain(text: &str, name: &mut dyn FnMut(&str) -> Option<String>) -> String {
    let text = links::rewrite(text, &mut |link| {
        let scheme = link.target.split_once(':')?.0;
        if !link.picture || !matches!(scheme, "dayone-moment" | "dayone2-moment") {
            return None;
        }
        let identifier = link.target.rsplit(['/', ':']).next()?;
        Some(name(identifier).map(|name| links::reference(&name)).unwrap_or_default())
    });
    unescape(&text)
}

/// Takes back the `\` that Day One writes before punctuation; lines between fences stay as they are.
fn unescape(text: &str) -> String {
    if !text.contains('\\') {
        return text.to_owned();
    }
    let mut fenced = false;
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let is_fence = line.trim_start().starts_with("```");
        fenced ^= is_fence;
        if fenced || is_fence { plain.push_str(line) } else { unescape_line(line, &mut plain) }
    }
    plain
}

fn unescape_line(line: &str, plain: &mut String) {
    let mut chars = line.chars().peekable();
    while let Some(char) = chars.next() {
        match chars.peek() {
            Some(next) if char == '\\' && next.is_ascii_punctuation() => plain.extend(chars.next()),
            _ => plain.push(char),
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct RichText {
    contents: List<Object<Piece>>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Piece {
    text: Field,
    embedded_objects: List<Object<Embedded>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Embedded {
    identifier: Field,
}

/// The words of a `richText` field, for entries that have no `text`; `None` if it is not understood.
pub(super) fn from_rich(rich: &str, name: &mut dyn FnMut(&str) -> Option<String>) -> Option<String> {
    let rich: RichText = serde_json::from_str(rich).ok()?;
    if rich.contents.1 {
        return None;
    }
    let mut text = String::new();
    for piece in rich.contents.0.into_iter().filter_map(|piece| piece.0) {
        if let Field::Text(words) = &piece.text {
            text.push_str(words);
        }
        let objects = piece.embedded_objects.0.iter().filter_map(|object| object.0.as_ref());
        for identifier in objects.filter_map(|object| object.identifier.filled()) {
            if let Some(name) = name(identifier) {
                text.push_str(&links::reference(&name));
                text.push('\n');
            }
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_go_and_references_become_names() {
        let mut asked = Vec::new();
        let text =
            "Up at 6\\. \\(Late\\!\\)\n![](dayone-moment://ABC)\n![](dayone-moment:/audio/D)x C:\\temp";
        let out = plain(text, &mut |id| {
            asked.push(id.to_owned());
            (id == "ABC").then(|| "sea.jpg".to_owned())
        });
        assert_eq!(out, "Up at 6. (Late!)\n[sea.jpg]\nx C:\\temp");
        assert_eq!(asked, ["ABC", "D"]);
    }

    #[test]
    fn code_between_fences_and_other_links_stay() {
        let text = "```\na\\.b\n```\n[site](https://example.org/a_\\(b\\))\\.";
        assert_eq!(plain(text, &mut |_| None), "```\na\\.b\n```\n[site](https://example.org/a_(b)).");
    }

    #[test]
    fn rich_text_gives_its_words() {
        let rich = r#"{"meta":{},"contents":[{"text":"One\n"},{"embeddedObjects":[{"type":"photo","identifier":"A"}]},{"text":"Two"},7]}"#;
        let out = from_rich(rich, &mut |id| (id == "A").then(|| "a.png".to_owned()));
        assert_eq!(out.as_deref(), Some("One\n[a.png]\nTwo"));
        assert_eq!(from_rich("no", &mut |_| None), None);
    }
}
