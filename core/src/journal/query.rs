//! What was typed into search, as words of folded terms.

use fernbook_terms as terms;
use std::collections::VecDeque;
use std::ops::{ControlFlow, Range};

/// More words than these are not looked at.
const MOST_WORDS: usize = 64;
/// More terms of one word (as in a long sentence of Chinese) are not looked at.
const MOST_TERMS: usize = 256;

/// Words that must all be found, each one or more terms that stand side by side, of which the last may
/// go on.
pub(super) struct Query {
    words: Vec<Vec<String>>,
}

impl Query {
    /// Reads what was typed; none if no letter or digit is in it.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let words = text.split_whitespace().map(terms_of).filter(|terms| !terms.is_empty());
        let words: Vec<_> = words.take(MOST_WORDS).collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// In the language of FTS5: terms hold no quote, so nothing typed is ever read as its syntax.
    pub(super) fn to_fts(&self) -> String {
        let phrases: Vec<_> = self.words.iter().map(|word| format!("\"{}\" *", word.join(" "))).collect();
        phrases.join(" AND ")
    }

    /// Hands each place where a word of the query stands in `text` to `each`, until it breaks.
    pub(super) fn find(&self, text: &str, mut each: impl FnMut(Range<usize>) -> ControlFlow<()>) {
        if text.is_empty() {
            return;
        }
        let most = self.words.iter().map(Vec::len).max().unwrap_or(0);
        if most == 1 {
            let words: Vec<&str> = self.words.iter().flatten().map(String::as_str).collect();
            let _ = terms::walk(text, &mut |term, range| {
                let found = words.iter().any(|word| terms::begins(term, word));
                if found { each(range) } else { ControlFlow::Continue(()) }
            });
            return;
        }
        let mut recent: VecDeque<(String, Range<usize>)> = VecDeque::with_capacity(most);
        let _ = terms::walk(text, &mut |term, range| {
            if recent.len() == most {
                recent.pop_front();
            }
            recent.push_back((term.to_ascii_lowercase(), range.clone()));
            let starts = self.words.iter().filter_map(|word| start_of(word, &recent));
            starts.min().map_or(ControlFlow::Continue(()), |start| each(start..range.end))
        });
    }

    /// All marks in `text`, in order, none touching another.
    pub(super) fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let mut marks: Vec<Range<usize>> = Vec::new();
        self.find(text, |mut found| {
            while let Some(last) = marks.pop_if(|last| last.end >= found.start) {
                found.start = found.start.min(last.start);
            }
            marks.push(found);
            ControlFlow::Continue(())
        });
        marks
    }
}

fn terms_of(word: &str) -> Vec<String> {
    let mut terms = Vec::new();
    let _ = terms::walk(word, &mut |term, _| {
        terms.push(term.to_ascii_lowercase());
        if terms.len() < MOST_TERMS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    terms
}

/// Where the word starts, if the newest terms are it.
fn start_of(word: &[String], recent: &VecDeque<(String, Range<usize>)>) -> Option<usize> {
    let (last, before) = word.split_last()?;
    let mut newest = recent.iter().rev();
    let mut start = newest.next().filter(|(term, _)| term.starts_with(last))?.1.start;
    for wanted in before.iter().rev() {
        start = newest.next().filter(|(term, _)| term == wanted)?.1.start;
    }
    Some(start)
}
