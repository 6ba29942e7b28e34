//! One item of a Joplin export: title, a blank line, body, a blank line, and lines of `key: value` that
//! say what it is. Read as Joplin's own `BaseItem.unserialize` does, from the end.

use std::collections::HashMap;

use crate::time::Moment;

/// More lines of facts than any item has.
const MOST_FACTS: usize = 200;

/// An item, whatever its kind.
pub(super) struct JoplinItem<'a> {
    /// The first line; empty for an untitled note.
    pub title: &'a str,
    /// What stands below the title.
    pub body: &'a str,
    facts: HashMap<&'a str, &'a str>,
}

/// The kinds that matter here, by Joplin's `type_`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// 1
    Note,
    /// 2, on screen a notebook.
    Folder,
    /// 4, the facts of an attachment.
    Resource,
    /// 5
    Tag,
    /// 6, which note has which tag.
    NoteTag,
    /// Settings, revisions and the like.
    Other,
}

impl<'a> JoplinItem<'a> {
    /// Takes an item apart; `None` if it has no lines of facts at its end.
    pub fn parse(text: &'a str) -> Option<Self> {
        let mut facts = HashMap::new();
        let mut rest = text.trim_end();
        let words = loop {
            let (before, line) =
                rest.rsplit_once('\n').map_or((None, rest), |(before, line)| (Some(before), line));
            if line.trim().is_empty() {
                break before.unwrap_or_default();
            }
            let (key, value) = line.split_once(':').filter(|_| facts.len() < MOST_FACTS)?;
            facts.insert(key.trim(), value.trim());
            match before {
                Some(before) => rest = before,
                None => break "",
            }
        };
        let (title, rest) = words.split_once('\n').unwrap_or((words, ""));
        let body = rest.split_once('\n').map_or("", |(_, body)| body);
        facts.contains_key("type_").then_some(Self { title: title.trim(), body, facts })
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        match self.fact("type_") {
            "1" => Kind::Note,
            "2" => Kind::Folder,
            "4" => Kind::Resource,
            "5" => Kind::Tag,
            "6" => Kind::NoteTag,
            _ => Kind::Other,
        }
    }

    /// A fact, empty if it is not there.
    pub fn fact(&self, key: &str) -> &'a str {
        self.facts.get(key).copied().unwrap_or_default()
    }

    /// Whether a fact says yes, or is a number other than 0.
    pub fn has(&self, key: &str) -> bool {
        !matches!(self.fact(key), "" | "0")
    }

    /// The first of these facts that is there, as a moment; `None` if none is, `Some(None)` if it is no
    /// date.
    pub fn moment(&self, keys: &[&str]) -> Option<Option<Moment>> {
        let text = keys.iter().map(|key| self.fact(key)).find(|text| !text.is_empty())?;
        Some(Moment::parse(text).ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_body_and_facts_come_apart() {
        let item = JoplinItem::parse("Title\n\nOne\n\nkey: not a fact\n\nid: ab\ntype_: 1").unwrap();
        assert_eq!((item.title, item.body), ("Title", "One\n\nkey: not a fact"));
        assert_eq!((item.fact("id"), item.kind()), ("ab", Kind::Note));
    }

    #[test]
    fn an_untitled_note_has_its_body_and_no_title() {
        let item = JoplinItem::parse("\n\nOnly a body\nof two lines\n\nid: ab\ntype_: 1").unwrap();
        assert_eq!((item.title, item.body), ("", "Only a body\nof two lines"));
    }

    #[test]
    fn an_item_may_be_facts_alone_and_text_alone_is_none() {
        assert_eq!(JoplinItem::parse("id: ab\ntype_: 6").unwrap().kind(), Kind::NoteTag);
        assert!(JoplinItem::parse("Just a letter\n\nwith words").is_none());
        assert!(JoplinItem::parse("").is_none());
    }
}
