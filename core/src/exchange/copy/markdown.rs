//! A note as a Markdown file with YAML front matter (YAML 1.2), for people and for other programs. The
//! front matter is a heading for the eye: what can't be lost is in `fernbook.json`.

use super::record::{NoteRecord, PersonRecord};

/// The whole file. Keys: `id`, `date` (RFC 3339 in UTC), `zone`, `title`, `topics`, `pinned`,
/// `attachments` (paths from the note's own folder); the last four only where there is something to say.
#[must_use]
pub fn note_file(note: &NoteRecord) -> String {
    let mut file = String::with_capacity(note.text.len() + 256);
    let mut line = |key: &str, value: &str| {
        for part in [key, ": ", value, "\n"] {
            file.push_str(part);
        }
    };
    line("---\nid", &quoted(&note.id.to_string()));
    line("date", &note.at.to_rfc3339());
    line("zone", note.zone.name());
    if let Some(title) = &note.title {
        line("title", &quoted(title));
    }
    if !note.topics.is_empty() {
        line("topics", &list(note.topics.iter().map(|topic| quoted(topic))));
    }
    if note.pinned {
        line("pinned", "true");
    }
    if !note.attachments.is_empty() {
        let paths = note.attachments.iter().map(|one| quoted(&format!("../{}", one.path)));
        line("attachments", &list(paths));
    }
    file.push_str("---\n\n");
    file.push_str(&note.text);
    if !note.text.ends_with('\n') {
        file.push('\n');
    }
    file
}

/// All of her people in one file, in her order: the name as a heading, then the number and the note as she wrote
/// them.
#[must_use]
pub fn people_file(people: &[PersonRecord]) -> String {
    let one = |person: &PersonRecord| {
        let parts = [person.number.as_str(), person.note.as_str()];
        let parts = parts.into_iter().filter(|part| !part.is_empty()).map(|part| format!("{part}\n\n"));
        format!("# {}\n\n{}", person.name, parts.collect::<String>())
    };
    let file: String = people.iter().map(one).collect();
    format!("{}\n", file.trim_end())
}

fn list(quoted: impl Iterator<Item = String>) -> String {
    format!("[{}]", quoted.collect::<Vec<_>>().join(", "))
}

/// A double-quoted string that YAML 1.2 and JSON read alike: quotes, backslashes, control characters and
/// what YAML counts as a line break or may not stand in a file are escaped.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => escape(&mut out, c),
            c if c.is_control() => escape(&mut out, c),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Every character given here is below U+10000, so four digits are enough.
fn escape(out: &mut String, c: char) {
    out.push_str(&format!("\\u{:04x}", u32::from(c)));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::exchange::copy::record::tests::note;

    #[test]
    fn a_note_as_a_person_sees_it() {
        let mut note = note(7, "Rain.\n\nAll day.");
        note.title = Some("He said: \"no\" # really".into());
        note.topics = vec!["home".into(), "money: owed".into()];
        let file = note_file(&note);
        assert_eq!(
            file,
            "---\nid: \"07070707070707070707070707070707\"\ndate: 2026-11-22T10:05:00Z\nzone: Europe/London\n\
             title: \"He said: \\\"no\\\" # really\"\ntopics: [\"home\", \"money: owed\"]\n---\n\nRain.\n\nAll day.\n"
        );
    }

    proptest! {
        #[test]
        fn what_is_quoted_reads_back(text in any::<String>()) {
            let quoted = quoted(&text);
            let broken = quoted.chars().any(|c| c.is_control() || c == '\u{2028}');
            prop_assert!(!broken);
            prop_assert_eq!(serde_json::from_str::<String>(&quoted).unwrap(), text);
        }
    }
}
