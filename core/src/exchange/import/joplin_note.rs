//! A note of Joplin as an entry: its notebooks and tags become topics, its resources attachments.

use std::collections::{HashMap, HashSet};

use super::Options;
use super::entry::{
    Attached, AttachmentKey, Entry, LeftBehind, Names, Place, Problem, Reason, SourceId, clean_text,
    clean_title, clean_topics, file_name, with_ending,
};
use super::joplin::{Index, is_id};
use super::joplin_item::JoplinItem;
use super::links;
use crate::time::Moment;

/// Notebooks inside notebooks, at most.
const FOLDER_DEPTH: usize = 32;

/// The entry that a note becomes; the reason if it can't. Problems of an entry that comes go to
/// `problems`.
pub(super) fn entry(
    item: &JoplinItem<'_>,
    place: Place,
    index: &Index,
    options: &Options,
    problems: &mut Vec<Problem>,
) -> Result<Entry, Reason> {
    if item.has("deleted_time") {
        return Err(Reason::Binned);
    }
    let at =
        item.moment(&["user_created_time", "created_time"]).ok_or(Reason::NoDate)?.ok_or(Reason::BadDate)?;
    let mut resolve = Resolve::new(index, options);
    let text = resolve.text(item.body);
    let title = clean_title(&title_of(item));
    if text.trim().is_empty() && title.is_none() && resolve.attachments.is_empty() {
        return Err(Reason::Empty);
    }
    options.limits.check_text(&text)?;
    let mut reasons = resolve.reasons;
    let facts = [("is_conflict", "1", Reason::Conflict), ("markup_language", "2", Reason::WebPage)];
    reasons.extend(facts.iter().filter(|(key, value, _)| item.fact(key) == *value).map(|fact| fact.2));
    let place = Place { at: Some(at), ..place };
    problems.extend(reasons.into_iter().map(|reason| Problem { place: place.clone(), reason }));
    let mut left_behind = Vec::from_iter(resolve.note_links.then_some(LeftBehind::NoteLinks));
    left_behind.extend(item.has("todo_due").then_some(LeftBehind::DueTime));
    left_behind.extend(has_location(item).then_some(LeftBehind::Location));
    Ok(Entry {
        source_id: source_id(item, at),
        place,
        at,
        zone: options.zone,
        created: Some(at),
        edited: item.moment(&["user_updated_time", "updated_time"]).flatten(),
        title,
        text: clean_text(text),
        topics: topics(item, index),
        pinned: false,
        attachments: resolve.attachments,
        left_behind,
    })
}

/// Its id; where a file lacks one, date and words, so that two such notes are two.
fn source_id(item: &JoplinItem<'_>, at: Moment) -> SourceId {
    match item.fact("id") {
        "" => {
            let date = at.0.to_be_bytes();
            SourceId::new("joplin-text", &[&date, item.title.as_bytes(), item.body.as_bytes()])
        }
        id => SourceId::new("joplin", &[id.as_bytes()]),
    }
}

/// The title, with a to-do's box before it, as in Markdown.
fn title_of(item: &JoplinItem<'_>) -> String {
    let mark = match (item.has("is_todo"), item.has("todo_completed")) {
        (false, _) => "",
        (true, false) => "[ ] ",
        (true, true) => "[x] ",
    };
    format!("{mark}{}", item.title)
}

fn has_location(item: &JoplinItem<'_>) -> bool {
    let is_zero = |key| item.fact(key).bytes().all(|byte| matches!(byte, b'0' | b'.' | b'-'));
    !is_zero("latitude") || !is_zero("longitude")
}

/// The names of its notebook, of those around it, and of its tags.
fn topics(item: &JoplinItem<'_>, index: &Index) -> Vec<String> {
    let mut folders = Vec::new();
    let mut id = item.fact("parent_id");
    while let Some((name, parent)) = index.folders.get(id).filter(|_| folders.len() < FOLDER_DEPTH) {
        folders.push(name.clone());
        id = parent;
    }
    let tags = index.tags_of.get(item.fact("id")).into_iter().flatten();
    let tags = tags.filter_map(|id| index.tags.get(id)).cloned();
    clean_topics(folders.into_iter().rev().chain(tags))
}

/// Resolves what a note points at.
struct Resolve<'a> {
    index: &'a Index,
    options: &'a Options,
    attachments: Vec<Attached>,
    /// The name each attachment has here, by its id.
    named: HashMap<String, String>,
    names: Names,
    missing: HashSet<String>,
    reasons: Vec<Reason>,
    note_links: bool,
}

impl<'a> Resolve<'a> {
    fn new(index: &'a Index, options: &'a Options) -> Self {
        Self {
            index,
            options,
            attachments: Vec::new(),
            named: HashMap::new(),
            names: Names::default(),
            missing: HashSet::new(),
            reasons: Vec::new(),
            note_links: false,
        }
    }

    /// The body with its links resolved; pictures in HTML are attached too and their tags stay.
    fn text(&mut self, body: &str) -> String {
        let text = links::rewrite(body, &mut |link| {
            let id = link.target.strip_prefix(":/")?.split('#').next().filter(|id| is_id(id))?;
            Some(self.link(id, link.label))
        });
        for (at, _) in text.match_indices(":/") {
            let id = text.get(at + 2..at + 34).filter(|id| is_id(id));
            if let Some(id) = id.filter(|id| self.index.resources.contains_key(*id)) {
                self.attach(id);
            }
        }
        text
    }

    /// What stands in the place of a link.
    fn link(&mut self, id: &str, label: &str) -> String {
        if self.index.notes_and_folders.contains(id) {
            self.note_links = true;
            return label.to_owned();
        }
        match self.attach(id) {
            Some(name) => links::reference(&name),
            None => label.to_owned(),
        }
    }

    /// The name of an attachment, attached if it was not yet.
    fn attach(&mut self, id: &str) -> Option<String> {
        if let Some(name) = self.named.get(id) {
            return Some(name.clone());
        }
        match self.attached(id) {
            Ok(attached) => {
                let name = attached.name.clone();
                self.attachments.push(attached);
                self.named.insert(id.to_owned(), name.clone());
                Some(name)
            }
            Err(reason) => {
                if self.missing.insert(id.to_owned()) {
                    self.reasons.push(reason);
                }
                None
            }
        }
    }

    fn attached(&mut self, id: &str) -> Result<Attached, Reason> {
        let resource = self.index.resources.get(id).ok_or(Reason::AttachmentMissing)?;
        if resource.encrypted {
            return Err(Reason::AttachmentEncrypted);
        }
        let span = self.index.bytes.get(id).ok_or(Reason::AttachmentMissing)?;
        if span.size > self.options.limits.attachment_bytes {
            return Err(Reason::AttachmentTooLarge);
        }
        let fallback = with_ending(id, &resource.ending);
        let name = self.names.take(file_name(&with_ending(&resource.title, &resource.ending), &fallback));
        let key = AttachmentKey::Offset(span.offset);
        Ok(Attached { key, name, size: span.size })
    }
}
