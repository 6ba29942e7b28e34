//! One Markdown or text file as an entry.

use super::Options;
use super::entry::{
    Attached, Entry, LeftBehind, Names, Place, Problem, Reason, SourceId, clean_text, clean_title,
    clean_topics,
};
use super::front_matter::{FrontMatter, Start, split};
use super::{file_date, links, text_encoding};
use crate::crypto::digest::Sha256;
use crate::id::NoteId;
use crate::time::{Moment, Zone};

const DATE: [&str; 4] = ["date", "created", "created_at", "creationdate"];
const CREATED: [&str; 3] = ["created", "created_at", "creationdate"];
const EDITED: [&str; 5] = ["updated", "modified", "edited", "lastmod", "updated_at"];
const TOPICS: [&str; 5] = ["topics", "tags", "tag", "keywords", "categories"];
const ZONE: [&str; 3] = ["timezone", "zone", "tz"];

/// A file as it was found.
pub(super) struct TextFile<'a> {
    /// Its path below the folder, parts divided by `/`.
    pub path: &'a str,
    /// All of it.
    pub bytes: &'a [u8],
    /// Its file time.
    pub modified: Option<Moment>,
}

/// Finds an attachment by the path a text gives for it.
pub(super) type Find<'a> = dyn FnMut(&str) -> Result<Attached, Reason> + 'a;

/// The entry that a file becomes; the reason if it can't. Problems of an entry that comes go to
/// `problems`.
///
/// The same path with the same bytes is the same entry. A file that was changed comes in beside the
/// first: what she wrote here is never written over, and nothing she wrote there is passed over.
pub(super) fn entry(
    file: &TextFile<'_>,
    place: Place,
    options: &Options,
    find: &mut Find<'_>,
    problems: &mut Vec<Problem>,
) -> Result<Entry, Reason> {
    let text = clean_text(text_encoding::decode(file.bytes).ok_or(Reason::NotText)?);
    let known = [&DATE[..], &EDITED, &TOPICS, &ZONE, &["title", "pinned", "id", "attachments"]].concat();
    let mut reasons = Vec::new();
    let (facts, body) = match split(&text, options.limits.front_matter_bytes) {
        Start::Facts(facts, body) if facts.has_any(&known) => (facts, body.trim_start_matches('\n')),
        // A block without one fact that is known here may as well be her words between two lines.
        Start::None | Start::Facts(..) => (FrontMatter::default(), text.as_str()),
        Start::Bad => {
            reasons.push(Reason::BadFrontMatter);
            (FrontMatter::default(), text.as_str())
        }
    };
    let dated = Dated::of(file, &facts, options.zone, &mut reasons)?;
    let mut pictures = Pictures::default();
    let text = pictures.text(body, find, &mut reasons);
    for target in facts.values(&["attachments"]) {
        pictures.attach(target, find, &mut reasons);
    }
    if text.trim().is_empty() && pictures.attachments.is_empty() {
        return Err(Reason::Empty);
    }
    options.limits.check_text(&text)?;
    let place = Place { at: Some(dated.at), ..place };
    problems.extend(reasons.into_iter().map(|reason| Problem { place: place.clone(), reason }));
    let moment = |names: &[&str]| facts.value(names).and_then(|text| file_date::parse(text, dated.zone));
    let mut left_behind = Vec::from_iter(facts.has_others(&known).then_some(LeftBehind::OtherFacts));
    left_behind.extend(pictures.on_the_web.then_some(LeftBehind::WebPictures));
    let mut hash = Sha256::default();
    hash.update(file.bytes);
    Ok(Entry {
        source_id: SourceId::new("text", &[file.path.as_bytes(), &hash.finish()]),
        place,
        at: dated.at,
        zone: dated.zone,
        created: moment(&CREATED),
        edited: moment(&EDITED),
        title: clean_title(facts.value(&["title"]).unwrap_or_else(|| dated.title_of_name(&facts))),
        text,
        topics: topics(&facts),
        pinned: facts.value(&["pinned"]) == Some("true"),
        attachments: pictures.attachments,
        left_behind,
    })
}

/// When a file is about.
struct Dated<'a> {
    at: Moment,
    zone: Zone,
    /// The file's name without its ending and its date.
    rest_of_name: &'a str,
}

impl<'a> Dated<'a> {
    /// What the name says besides the date; nothing where we gave the name ourselves, in an open folder.
    fn title_of_name(&self, facts: &FrontMatter) -> &'a str {
        let is_ours = facts.value(&["id"]).is_some_and(|id| id.parse::<NoteId>().is_ok());
        if is_ours { "" } else { self.rest_of_name }
    }

    fn of(
        file: &TextFile<'a>,
        facts: &FrontMatter,
        zone: Zone,
        reasons: &mut Vec<Reason>,
    ) -> Result<Self, Reason> {
        let zone = facts.value(&ZONE).and_then(|name| Zone::parse(name).ok()).unwrap_or(zone);
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let written = facts.value(&DATE);
        let by_facts = written.and_then(|text| file_date::parse(text, zone));
        if written.is_some() && by_facts.is_none() {
            reasons.push(Reason::DateGuessed);
        }
        let by_name = file_date::parse_name(stem, zone);
        let rest_of_name = by_name.map_or(stem, |(_, rest)| rest);
        let at = by_facts.or(by_name.map(|(at, _)| at)).or(file.modified);
        at.map(|at| Self { at, zone, rest_of_name }).ok_or(Reason::NoDate)
    }
}

/// Topics, one a value or divided by commas, with or without `#`.
fn topics(facts: &FrontMatter) -> Vec<String> {
    let values = facts.values(&TOPICS).iter().flat_map(|value| value.split(','));
    clean_topics(values.map(|name| name.trim().trim_start_matches('#').to_owned()))
}

/// The pictures and sounds that a text shows.
#[derive(Default)]
struct Pictures {
    attachments: Vec<Attached>,
    named: std::collections::HashMap<String, Option<String>>,
    names: Names,
    on_the_web: bool,
}

impl Pictures {
    fn text(&mut self, body: &str, find: &mut Find<'_>, reasons: &mut Vec<Reason>) -> String {
        links::rewrite(body, &mut |link| {
            if !link.picture || link.target.is_empty() || link.target.starts_with('#') {
                return None;
            }
            if link.target.contains("://") || link.target.starts_with("data:") {
                self.on_the_web = true;
                return None;
            }
            self.attach(link.target, find, reasons).map(|name| links::reference(&name))
        })
    }

    fn attach(&mut self, target: &str, find: &mut Find<'_>, reasons: &mut Vec<Reason>) -> Option<String> {
        if let Some(name) = self.named.get(target) {
            return name.clone();
        }
        let name = match find(target) {
            Ok(mut attached) => {
                attached.name = self.names.take(attached.name);
                let name = attached.name.clone();
                self.attachments.push(attached);
                Some(name)
            }
            Err(reason) => {
                reasons.push(reason);
                None
            }
        };
        self.named.insert(target.to_owned(), name.clone());
        name
    }
}
