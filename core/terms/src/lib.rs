//! Cuts text into the terms that search compares: folded words, so that case, accents and joining
//! don't matter, and single characters in scripts that are written without spaces.
//!
//! Folding is Unicode NFKD, lower case, then marks dropped in the Latin, Greek, Cyrillic, Arabic
//! and Hebrew scripts only (elsewhere words are not written without them). Terms stay decomposed, not composed again: so a syllable of
//! Hangul or a kana that is half typed is the beginning of the whole one.

mod script;

use std::ops::{ControlFlow, Range};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::script::Group;

/// Goes up with each change of the rules in this file.
pub const INDEX_VERSION: u32 = 2;

/// A run longer than this many bytes is cut, so that no term gets near the index's own limit of 32 KiB.
const LONGEST: usize = 512;

/// What an index must have been made with to be searched: the rules here and the tables of Unicode.
#[must_use]
pub fn index_version() -> String {
    let (a, b, c) = unicode_normalization::UNICODE_VERSION;
    let (x, y, z) = char::UNICODE_VERSION;
    format!("{INDEX_VERSION} {a}.{b}.{c} {x}.{y}.{z}")
}

/// What is done with a term and its byte range in the text. Not one copy of the walk for each: those would be compiled with
/// whoever walks, small instead of quick.
pub type Each<'a> = &'a mut dyn FnMut(&str, Range<usize>) -> ControlFlow<()>;

/// Hands each term to `each` with its byte range in `text`, in order, until it breaks. A term is folded,
/// but its ASCII letters are in the case they were written in: compare by [`begins`]. Of ASCII it holds
/// only letters and digits, and it is never empty.
pub fn walk(text: &str, each: Each<'_>) -> ControlFlow<()> {
    let bytes = text.as_bytes();
    let mut run = Run::default();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            let end = end_of_plain(bytes, at);
            let word = text.get(at..end).unwrap_or_default();
            if run.term.is_empty() && word.len() <= LONGEST && bytes.get(end).is_none_or(u8::is_ascii) {
                each(word, at..end)?;
            } else {
                run.take_plain(word, at, each)?;
            }
            at = end;
        } else if byte.is_ascii() {
            if !run.term.is_empty() {
                run.close(each)?;
            }
            at += 1;
        } else {
            let c = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
            run.take(c, at, each)?;
            at += c.len_utf8();
        }
    }
    run.close(each)
}

/// Where the ASCII letters and digits end that go on from `at`: most of most texts, and they fold by
/// themselves.
fn end_of_plain(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len())
}

/// Whether `term` begins with `folded`, the case of ASCII letters apart.
pub fn begins(term: &str, folded: &str) -> bool {
    let head = term.as_bytes().get(..folded.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(folded.as_bytes()))
}

/// All terms of `text`, one space between, as the index is fed.
#[must_use]
pub fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let _ = walk(text, &mut |term, _| {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(term);
        ControlFlow::Continue(())
    });
    out.make_ascii_lowercase();
    out
}

/// The whole text folded by the same rules but not cut, white space as single spaces: two names are the
/// same when this is.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut drops_marks = false;
    for part in text.split_whitespace().collect::<Vec<_>>().join(" ").chars().flat_map(parts) {
        match kind(part) {
            Kind::Ignored => {}
            Kind::Mark if drops_marks => {}
            Kind::Mark => out.push(part),
            Kind::Plain(plain) => out.push_str(plain),
            Kind::Letter | Kind::Alone | Kind::Gap => out.push(part),
        }
        drops_marks =
            if matches!(kind(part), Kind::Mark | Kind::Ignored) { drops_marks } else { drops(part) };
    }
    out.nfd().collect()
}

/// The term being read.
#[derive(Default)]
struct Run {
    term: String,
    range: Range<usize>,
    alone: bool,
    drops_marks: bool,
    marks: usize,
}

impl Run {
    fn take(&mut self, c: char, at: usize, each: Each<'_>) -> ControlFlow<()> {
        if is_plain_gap(c) {
            return self.close(each);
        }
        let range = at..at + c.len_utf8();
        for part in parts(c) {
            match kind(part) {
                Kind::Ignored => {}
                Kind::Mark => self.mark(part, range.end),
                Kind::Gap => self.close(each)?,
                Kind::Plain(plain) => {
                    self.open(range.clone(), false, each)?;
                    self.term.push_str(plain);
                    self.drops_marks = true;
                }
                letter => {
                    self.open(range.clone(), matches!(letter, Kind::Alone), each)?;
                    self.term.push(part);
                    self.drops_marks = drops(part);
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// Takes ASCII letters and digits, many at once.
    fn take_plain(&mut self, word: &str, at: usize, each: Each<'_>) -> ControlFlow<()> {
        let mut start = 0;
        while let Some(rest) = word.get(start..).filter(|rest| !rest.is_empty()) {
            self.open(at + start..at + start + 1, false, each)?;
            let fits = rest.len().min(LONGEST.saturating_sub(self.term.len()));
            let taken = rest.get(..fits).unwrap_or(rest);
            self.term.push_str(taken);
            start += taken.len();
            self.range.end = at + start;
            self.drops_marks = !taken.ends_with(|c: char| c.is_ascii_digit());
        }
        ControlFlow::Continue(())
    }

    fn mark(&mut self, mark: char, end: usize) {
        if self.term.is_empty() {
            return;
        }
        self.range.end = end;
        if !self.drops_marks && self.term.len() < 2 * LONGEST {
            self.term.push(mark);
            self.marks += 1;
        }
    }

    /// Makes ready for one more letter: a new term if the last one can't go on.
    fn open(&mut self, range: Range<usize>, alone: bool, each: Each<'_>) -> ControlFlow<()> {
        if alone || self.alone || self.term.len() >= LONGEST {
            self.close(each)?;
        }
        if self.term.is_empty() {
            self.range.start = range.start;
        }
        self.range.end = range.end;
        self.alone = alone;
        ControlFlow::Continue(())
    }

    fn close(&mut self, each: Each<'_>) -> ControlFlow<()> {
        if self.term.is_empty() {
            return ControlFlow::Continue(());
        }
        if self.marks > 1 {
            self.term = self.term.nfd().collect();
        }
        let told = each(&self.term, self.range.clone());
        self.term.clear();
        self.alone = false;
        self.marks = 0;
        told
    }
}

/// What a decomposed, lower-case character is to a term.
enum Kind {
    /// Leaves no trace: joiners, direction marks, tatweel.
    Ignored,
    Mark,
    /// Ends a term.
    Gap,
    Letter,
    /// A term of its own.
    Alone,
    /// A letter that is searched as this.
    Plain(&'static str),
}

/// The dashes, quotes and dots that nearly all texts are full of, told without the tables.
fn is_plain_gap(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2016}' | '\u{2018}'..='\u{2029}')
}

fn parts(c: char) -> Vec<char> {
    let mut parts = Vec::new();
    decompose_compatible(c, |part| parts.extend(part.to_lowercase()));
    parts
}

fn kind(part: char) -> Kind {
    match part {
        '\u{ad}' | '\u{640}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => Kind::Ignored,
        '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' => Kind::Ignored,
        '\u{e0100}'..='\u{e01ef}' => Kind::Ignored,
        // Letters to Unicode, apostrophes to people.
        '\u{2b9}'..='\u{2bf}' | '\u{2c8}' | '\u{2ca}'..='\u{2cc}' => Kind::Gap,
        _ if is_combining_mark(part) => Kind::Mark,
        _ => plain(part).map_or_else(|| letter(part), Kind::Plain),
    }
}

/// Letters that Unicode does not decompose but that people type without their stroke, and the twin
/// letters of Arabic keyboards.
fn plain(part: char) -> Option<&'static str> {
    Some(match part {
        'ß' => "ss",
        'ø' => "o",
        'æ' => "ae",
        'œ' => "oe",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ς' => "σ",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        'ة' => "ه",
        'ٱ' => "ا",
        '٠' | '۰' => "0",
        '١' | '۱' => "1",
        '٢' | '۲' => "2",
        '٣' | '۳' => "3",
        '٤' | '۴' => "4",
        '٥' | '۵' => "5",
        '٦' | '۶' => "6",
        '٧' | '۷' => "7",
        '٨' | '۸' => "8",
        '٩' | '۹' => "9",
        _ => return None,
    })
}

fn letter(part: char) -> Kind {
    if !part.is_alphanumeric() {
        return Kind::Gap;
    }
    // The long-vowel sign of kana belongs to no one script.
    if Group::of(part) == Some(Group::Unspaced) || part == '\u{30fc}' { Kind::Alone } else { Kind::Letter }
}

fn drops(base: char) -> bool {
    base.is_ascii_alphabetic() || Group::of(base) == Some(Group::DropsMarks)
}

#[cfg(test)]
mod tests;
