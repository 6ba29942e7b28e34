//! What she wants to show, before choices have their say.

use serde::{Deserialize, Serialize};

use crate::consent::grant::{Form, Way};
use crate::consent::what::Part;
use crate::error::{Error, Result, Thing};
use crate::id::{NoteId, PersonId, VisitId};

/// What she wants to show, to whom, and by which way.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// To whom; none if she does not say.
    pub person: Option<PersonId>,
    /// By which way.
    pub way: Way,
    /// Which form of the card.
    pub form: Form,
    /// Parts that she puts on the page, besides those that are there by themselves.
    pub with: Vec<Part>,
    /// Parts that she takes off it.
    pub without: Vec<Part>,
    /// Of notes, which paragraphs; a note that is not here is shown whole.
    pub pieces: Vec<Piece>,
    /// What stands first on a page that may be filed.
    pub first: FirstLine,
}

/// Which paragraphs of a note.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The note.
    pub note: NoteId,
    /// Their numbers from 1, in the note's order.
    pub paragraphs: Vec<u32>,
}

/// What stands first on a page.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirstLine {
    /// The usual: please hide this.
    #[default]
    Usual,
    /// Words of hers.
    Own(String),
    /// Nothing.
    Nothing,
}

impl Request {
    /// The card in a form, as it is by itself.
    #[must_use]
    pub fn new(way: Way, form: Form) -> Self {
        Self {
            person: None,
            way,
            form,
            with: Vec::new(),
            without: Vec::new(),
            pieces: Vec::new(),
            first: FirstLine::Usual,
        }
    }

    /// The notes that she chose.
    pub fn notes(&self) -> impl Iterator<Item = NoteId> + '_ {
        self.once().filter_map(|part| if let Part::Note(id) = part { Some(id) } else { None })
    }

    /// The dates whose plans she chose.
    pub fn plans(&self) -> impl Iterator<Item = VisitId> + '_ {
        self.once().filter_map(|part| if let Part::Plan(id) = part { Some(id) } else { None })
    }

    /// What she put on the page, each once.
    fn once(&self) -> impl Iterator<Item = Part> + '_ {
        let is_first =
            |place: usize, part: &Part| self.with.iter().position(|one| one == part) == Some(place);
        let placed = self.with.iter().enumerate().filter(move |(place, part)| is_first(*place, part));
        placed.map(|(_, part)| *part)
    }
}

/// The paragraphs of a text: what empty lines part.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut all: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines() {
        match all.last_mut() {
            Some(last) if !line.trim().is_empty() => last.push(line),
            _ => all.push(Vec::new()),
        }
    }
    all.iter().filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n")).collect()
}

/// Those of a text that were chosen, in the text's order.
///
/// # Errors
/// [`Error::NotFound`] for a number that it does not have.
pub(super) fn chosen(text: &str, numbers: &[u32]) -> Result<Vec<String>> {
    let all = paragraphs(text);
    if numbers.iter().any(|&number| number == 0 || number as usize > all.len()) {
        return Err(Error::NotFound { what: Thing::Text });
    }
    let numbered = (1_u32..).zip(all).filter(|(number, _)| numbers.contains(number));
    Ok(numbered.map(|(_, paragraph)| paragraph).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lines_part_a_text() {
        assert_eq!(paragraphs("\n one\ntwo\n\n \n\nthree\n"), [" one\ntwo", "three"]);
        assert!(paragraphs(" \n\n").is_empty());
    }

    #[test]
    fn only_what_was_chosen_is_taken_in_the_order_of_the_text() {
        let text = "a\n\nb\n\nc";
        assert_eq!(chosen(text, &[3, 1]).unwrap(), ["a", "c"]);
        assert_eq!(chosen(text, &[4]), Err(Error::NotFound { what: Thing::Text }));
        assert_eq!(chosen(text, &[0]), Err(Error::NotFound { what: Thing::Text }));
    }
}
