//! `fernbook.json`, written and read one note or visit at a time (what she showed, which is short, at once), so that a notebook of any size takes the
//! memory of its largest note.

use std::fmt;
use std::io::{BufReader, Read, Write};

use serde::Deserialize;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::record::{FORMAT, Head, Hex32, Holds, NoteRecord, PersonRecord, RightNowRecord, VERSION};
use super::showing::ShowingRecord;
use super::visits::VisitRecord;
use crate::error::{Error, Part, Result, Thing};
use crate::time::Moment;

/// What reading meets, in this order: the head once, then each note, then each visit, then what she showed.
pub enum Item {
    /// What stands before the notes.
    Head(Head),
    /// The next note.
    Note(Box<NoteRecord>),
    /// The next visit.
    Visit(Box<VisitRecord>),
    /// Her card, her choices and what she showed.
    Showing(Box<ShowingRecord>),
}

/// Takes what reading meets.
pub type Taker<'a> = dyn FnMut(Item) -> Result<()> + 'a;

/// A file being written: the head at once, then each note and each visit on a line of its own.
pub struct JsonWriter<'a> {
    out: &'a mut dyn Write,
    /// What stands before the next note.
    before_note: &'static [u8],
    /// What stands before the next visit: the end of the notes before the first.
    before_visit: &'static [u8],
}

impl<'a> JsonWriter<'a> {
    /// Writes the head.
    ///
    /// # Errors
    /// What writing gives.
    pub fn new(out: &'a mut dyn Write, head: &Head) -> Result<Self> {
        let made = head.made.to_rfc3339();
        write!(out, r#"{{"format":"{FORMAT}","version":{VERSION},"made":"{made}","holds":"#)?;
        serde_json::to_writer(&mut *out, &head.holds).map_err(write_error)?;
        if !head.import_keys.is_empty() {
            out.write_all(b",\"import_keys\":")?;
            serde_json::to_writer(&mut *out, &head.import_keys).map_err(write_error)?;
        }
        if !head.people.is_empty() {
            out.write_all(b",\n\"people\":")?;
            serde_json::to_writer(&mut *out, &head.people).map_err(write_error)?;
        }
        if !head.right_now.is_empty() {
            out.write_all(b",\n\"right_now\":")?;
            serde_json::to_writer(&mut *out, &head.right_now).map_err(write_error)?;
        }
        out.write_all(b",\"notes\":[")?;
        Ok(Self { out, before_note: b"\n", before_visit: b"\n],\"visits\":[\n" })
    }

    /// Writes one note; none may come after a visit.
    ///
    /// # Errors
    /// What writing gives.
    pub fn note(&mut self, note: &NoteRecord) -> Result<()> {
        self.out.write_all(self.before_note)?;
        self.before_note = b",\n";
        serde_json::to_writer(&mut *self.out, note).map_err(write_error)
    }

    /// Writes one visit.
    ///
    /// # Errors
    /// What writing gives.
    pub fn visit(&mut self, visit: &VisitRecord) -> Result<()> {
        self.out.write_all(self.before_visit)?;
        self.before_visit = b",\n";
        Ok(self.out.write_all(visit.to_json()?.as_bytes())?)
    }

    /// Writes what she showed, if there is anything of it, and the end.
    ///
    /// # Errors
    /// What writing gives.
    pub fn finish(self, showing: &ShowingRecord) -> Result<()> {
        self.out.write_all(b"\n]")?;
        if !showing.is_empty() {
            self.out.write_all(b",\"showing\":\n")?;
            serde_json::to_writer(&mut *self.out, showing).map_err(write_error)?;
        }
        Ok(self.out.write_all(b"}\n")?)
    }
}

fn write_error(error: serde_json::Error) -> Error {
    std::io::Error::from(error).into()
}

/// Reads a whole file and hands on what it holds. Unknown fields are passed over; `format` and `version`
/// must stand before `notes`, `visits` after them, and `showing` last.
///
/// # Errors
/// [`Error::NotUnderstood`] for another format, [`Error::Newer`] for a later version,
/// [`Error::Damaged`] for anything that is not the format, and what `take` answers.
pub fn read(input: &mut dyn Read, take: &mut Taker<'_>) -> Result<Head> {
    let mut failed = None;
    let mut json = serde_json::Deserializer::from_reader(BufReader::new(input));
    let seed = Whole { take, failed: &mut failed };
    let read = seed.deserialize(&mut json).and_then(|head| json.end().map(|()| head));
    read.map_err(|error| failed.unwrap_or_else(|| super::sealed::read_error(error.into())))
}

/// The text of one thing of the file.
type Raw = Box<RawValue>;

/// Reads one thing from its text. Straight from the file, each kind would be read by code of its own, and the same kinds are
/// read from the text of a notebook's rows too: 60 KB (docs/decisions/0015-size.md).
fn whole<T: DeserializeOwned, E: serde::de::Error>(json: &RawValue) -> std::result::Result<T, E> {
    serde_json::from_str(json.get()).map_err(|_| E::custom("not what belongs there"))
}

struct Whole<'a, 'b> {
    take: &'a mut Taker<'b>,
    failed: &'a mut Option<Error>,
}

impl Whole<'_, '_> {
    /// Keeps our own error, which serde's can't carry.
    fn keep<T, E: serde::de::Error>(&mut self, result: Result<T>) -> std::result::Result<T, E> {
        result.map_err(|error| {
            *self.failed = Some(error);
            E::custom("stopped")
        })
    }
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Key {
    Format,
    Version,
    Made,
    Holds,
    ImportKeys,
    People,
    RightNow,
    Notes,
    Visits,
    Showing,
    #[serde(other)]
    Other,
}

#[derive(Default)]
struct Before {
    format: Option<String>,
    version: Option<u64>,
    made: Option<String>,
    holds: Holds,
    import_keys: Vec<Hex32>,
    people: Vec<PersonRecord>,
    right_now: RightNowRecord,
}

impl Before {
    fn head(&self) -> Result<Head> {
        if self.format.as_deref() != Some(FORMAT) {
            return Err(Error::NotUnderstood { what: Thing::Copy });
        }
        match self.version {
            Some(version) if version == u64::from(VERSION) => {}
            Some(newer) if newer > u64::from(VERSION) => return Err(Error::Newer { part: Part::Copy }),
            _ => return Err(Error::NotUnderstood { what: Thing::Copy }),
        }
        let damaged = Error::Damaged { part: Part::Copy };
        let made = Moment::parse(self.made.as_deref().unwrap_or_default()).map_err(|_| damaged)?;
        let (import_keys, people) = (self.import_keys.clone(), self.people.clone());
        Ok(Head { made, holds: self.holds, import_keys, people, right_now: self.right_now.clone() })
    }
}

impl<'de> DeserializeSeed<'de> for Whole<'_, '_> {
    type Value = Head;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> std::result::Result<Head, D::Error> {
        input.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Whole<'_, '_> {
    type Value = Head;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a copy")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> std::result::Result<Head, A::Error> {
        let mut before = Before::default();
        let (mut head, mut has_visits, mut has_showing) = (None, false, false);
        while let Some(key) = map.next_key()? {
            match key {
                Key::Format => before.format = Some(whole(&map.next_value::<Raw>()?)?),
                Key::Version => before.version = Some(whole(&map.next_value::<Raw>()?)?),
                Key::Made => before.made = Some(whole(&map.next_value::<Raw>()?)?),
                Key::Holds => before.holds = whole(&map.next_value::<Raw>()?)?,
                Key::ImportKeys => before.import_keys = whole(&map.next_value::<Raw>()?)?,
                Key::People => before.people = whole(&map.next_value::<Raw>()?)?,
                Key::RightNow => before.right_now = whole(&map.next_value::<Raw>()?)?,
                Key::Notes if head.is_none() => {
                    let found = self.keep(before.head())?;
                    let taken = (self.take)(Item::Head(found.clone()));
                    self.keep(taken)?;
                    map.next_value_seed(Notes(&mut self))?;
                    head = Some(found);
                }
                // One of a kind, and in this order: a visit that comes first would come in before its copy is known.
                Key::Notes => return Err(serde::de::Error::custom("notes twice")),
                Key::Visits if head.is_some() && !has_visits && !has_showing => {
                    map.next_value_seed(Visits(&mut self))?;
                    has_visits = true;
                }
                Key::Visits => return Err(serde::de::Error::custom("visits out of place")),
                Key::Showing if head.is_some() && !has_showing => {
                    let showing = whole(&map.next_value::<Raw>()?)?;
                    let taken = (self.take)(Item::Showing(showing));
                    self.keep(taken)?;
                    has_showing = true;
                }
                Key::Showing => return Err(serde::de::Error::custom("showing out of place")),
                Key::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        if let Some(head) = head {
            return Ok(head);
        }
        self.keep(before.head())?;
        Err(serde::de::Error::custom("no notes"))
    }
}

struct Notes<'a, 'b, 'c>(&'a mut Whole<'b, 'c>);

impl<'de> DeserializeSeed<'de> for Notes<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> std::result::Result<(), D::Error> {
        input.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Notes<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("notes")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut notes: A) -> std::result::Result<(), A::Error> {
        while let Some(json) = notes.next_element::<Raw>()? {
            let taken = (self.0.take)(Item::Note(whole(&json)?));
            self.0.keep(taken)?;
        }
        Ok(())
    }
}

struct Visits<'a, 'b, 'c>(&'a mut Whole<'b, 'c>);

impl<'de> DeserializeSeed<'de> for Visits<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> std::result::Result<(), D::Error> {
        input.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Visits<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("visits")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut visits: A) -> std::result::Result<(), A::Error> {
        while let Some(json) = visits.next_element::<Raw>()? {
            let visit = self.0.keep(VisitRecord::of_json(json.get()))?;
            let taken = (self.0.take)(Item::Visit(Box::new(visit)));
            self.0.keep(taken)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::copy::record::tests::note;

    fn person() -> PersonRecord {
        let (name, number, note) = ("Ines".into(), "0117 496 0000".into(), String::new());
        PersonRecord { id: crate::id::PersonId([3; 16]), name, number, note, seen: None }
    }

    fn own() -> RightNowRecord {
        RightNowRecord::default()
    }

    #[test]
    fn what_stands_before_the_notes_comes_back() {
        let head = read(&mut written(&[]).as_bytes(), &mut |_| Ok(())).unwrap();
        assert_eq!(head.people, [person()]);
        assert_eq!(head.right_now, RightNowRecord { words: "Breathe.".into(), ..own() });
    }

    fn read_text(text: &str) -> Result<Vec<NoteRecord>> {
        let mut notes = Vec::new();
        read(&mut text.as_bytes(), &mut |item| {
            if let Item::Note(note) = item {
                notes.push(*note);
            }
            Ok(())
        })?;
        Ok(notes)
    }

    fn written(notes: &[NoteRecord]) -> String {
        let import_keys = vec![Hex32([5; 32])];
        let (people, right_now) = (vec![person()], RightNowRecord { words: "Breathe.".into(), ..own() });
        let head = Head { made: Moment(0), holds: Holds::default(), import_keys, people, right_now };
        let mut out = Vec::new();
        let mut json = JsonWriter::new(&mut out, &head).unwrap();
        notes.iter().for_each(|note| json.note(note).unwrap());
        json.finish(&ShowingRecord::default()).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn none_one_and_many_come_back() {
        for count in [0, 1, 3] {
            let notes: Vec<NoteRecord> = (0..count).map(|n| note(n, "Rain.")).collect();
            assert_eq!(read_text(&written(&notes)).unwrap(), notes);
        }
    }

    #[test]
    fn later_fields_are_passed_over_and_later_versions_refused() {
        let text = written(&[note(1, "Rain.")]).replace("\"zone\"", "\"mood\":[{\"a\":1}],\"zone\"");
        let text = text.replacen("\"made\"", "\"by\":null,\"made\"", 1);
        assert_eq!(read_text(&text).unwrap(), vec![note(1, "Rain.")]);
        let later = text.replacen("\"version\":1", "\"version\":2", 1);
        assert_eq!(read_text(&later), Err(Error::Newer { part: Part::Copy }));
        let other = text.replacen("\"fernbook\"", "\"otherbook\"", 1);
        assert_eq!(read_text(&other), Err(Error::NotUnderstood { what: Thing::Copy }));
    }

    #[test]
    fn broken_files_are_damaged_and_the_taker_can_stop() {
        let text = written(&[note(1, "Rain."), note(2, "Sun.")]);
        for end in 1..text.trim_end().len() {
            assert!(read_text(&text[..end]).is_err(), "cut at {end}");
        }
        let damaged = Err(Error::Damaged { part: Part::Copy });
        assert_eq!(read_text(&format!("{text}x")), damaged);
        assert_eq!(read_text(&text.replacen("2026-11-22T", "2026-13-22T", 1)), damaged);
        let stopped = read(&mut text.as_bytes(), &mut |_| Err(Error::Stopped));
        assert_eq!(stopped, Err(Error::Stopped));
    }
}
