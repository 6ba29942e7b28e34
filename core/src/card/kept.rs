//! The card as it is kept: texts without white space around them, lists without doubles.

use super::fields::{Card, MOST_WANTS, OwnSection};
use super::phrase::Line;
use crate::error::{Error, Result, Thing};

/// The longest text of one line, in bytes of UTF-8: a thing of a list, a number, a title.
pub const LONGEST_LINE: usize = 400;
/// The longest other text, in bytes of UTF-8.
pub const LONGEST_TEXT: usize = 10_000;
/// Most things of a list, and most sections of her own.
pub const MOST_OF_A_LIST: usize = 50;

/// The card as it is kept.
///
/// # Errors
/// [`Error::TooLarge`].
pub fn clean(card: &Card) -> Result<Card> {
    let mut clean = card.clone();
    clean.wants = list(&card.wants, MOST_WANTS)?;
    clean.please = list(&card.please, MOST_OF_A_LIST)?;
    clean.please_not = list(&card.please_not, MOST_OF_A_LIST)?;
    clean.reception = list(&card.reception, MOST_OF_A_LIST)?;
    let (reach, about) = (&mut clean.reach, &mut clean.about);
    let lines = [
        &mut reach.number,
        &mut reach.when,
        &mut reach.who_answers,
        &mut reach.not_told,
        &mut about.name,
        &mut about.born,
        &mut about.nhs_number,
    ];
    lines.into_iter().try_for_each(|text| line(text).map(|kept| *text = kept))?;
    [&mut clean.medicines, &mut clean.allergies]
        .into_iter()
        .try_for_each(|one| text(one).map(|kept| *one = kept))?;
    clean.sections = sections(&card.sections)?;
    Ok(clean)
}

fn list(list: &[Line], most: usize) -> Result<Vec<Line>> {
    let mut kept = Vec::new();
    for one in list {
        let one = match one {
            Line::Own(text) => Line::Own(line(text)?),
            // One that this version does not know, a later one may: it is kept and shows nothing.
            Line::Picked { pick } => Line::Picked { pick: line(pick)? },
        };
        if one != Line::Own(String::new()) && !kept.contains(&one) {
            kept.push(one);
        }
    }
    counted(kept, most)
}

/// One without a title and a text is none.
fn sections(sections: &[OwnSection]) -> Result<Vec<OwnSection>> {
    let mut kept: Vec<OwnSection> = Vec::new();
    for one in sections {
        let one = OwnSection { id: one.id, title: line(&one.title)?, text: text(&one.text)? };
        let is_empty = one.title.is_empty() && one.text.is_empty();
        if !is_empty && !kept.iter().any(|other| other.id == one.id) {
            kept.push(one);
        }
    }
    counted(kept, MOST_OF_A_LIST)
}

fn counted<T>(list: Vec<T>, most: usize) -> Result<Vec<T>> {
    if list.len() > most { Err(Error::TooLarge { what: Thing::Card }) } else { Ok(list) }
}

fn line(text: &str) -> Result<String> {
    sized(text.split_whitespace().collect::<Vec<_>>().join(" "), LONGEST_LINE)
}

fn text(text: &str) -> Result<String> {
    sized(text.trim().to_owned(), LONGEST_TEXT)
}

/// Without NUL, which ends a text in too many places where it may go later.
fn sized(text: String, longest: usize) -> Result<String> {
    let text = text.replace('\0', "\u{fffd}");
    if text.len() > longest { Err(Error::TooLarge { what: Thing::Text }) } else { Ok(text) }
}
