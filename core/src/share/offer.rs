//! What could be on a page for someone, and what her choices say of each.

use rusqlite::Connection;

use super::request::Request;
use crate::card::fields::Card;
use crate::card::store as cards;
use crate::consent::choice::{Choice, Shows};
use crate::consent::decide::{Decision, decide};
use crate::consent::grant::Form;
use crate::consent::store as choices;
use crate::consent::what::{Part, Section, What};
use crate::error::{Error, Result, Thing};
use crate::id::PersonId;
use crate::journal::note;
use crate::people::seen;
use crate::time::Moment;
use crate::visits::store as visits;

/// A part that could be on the page.
#[derive(Clone, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub part: Part,
    /// What her choices say of it.
    pub decision: Decision,
    /// Whether it is on the page.
    pub is_on: bool,
}

/// The short form has these, in this order; the long one as well.
const SHORT: [Section; 6] =
    [Section::Wants, Section::Please, Section::Reach, Section::Medicines, Section::Filing, Section::About];

/// Every part that could be on the page, in the page's order, and whether it is. Nothing is on it that she chose not to
/// show. By itself a part of the card is on it unless she chose to be asked; plans and notes are on it only if she put
/// them there.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook, or for a person, a note or a date that is not there.
pub fn offers(conn: &Connection, request: &Request, now: Moment) -> Result<Vec<Offer>> {
    let deciding = Deciding::of(conn, request.person, now)?;
    let parts = possible(conn, request)?;
    if request.with.iter().any(|part| !parts.contains(part)) {
        // What a form has no place for is not left off in silence.
        return Err(Error::NotUnderstood { what: Thing::Card });
    }
    parts
        .into_iter()
        .map(|part| {
            let decision = deciding.decide(&counts_as(conn, part)?);
            let is_on = is_on(request, part, &decision);
            Ok(Offer { part, decision, is_on })
        })
        .collect()
}

/// The parts that have a place on the page that was asked for.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook.
pub fn possible(conn: &Connection, request: &Request) -> Result<Vec<Part>> {
    let card = cards::get(conn)?.map(|written| written.card).unwrap_or_default();
    Ok(parts(&card, request))
}

fn is_on(request: &Request, part: Part, decision: &Decision) -> bool {
    let by_itself = match part {
        // Who she is goes on no page by itself, unless she chose that.
        Part::Section(Section::About) => decision.shows == Shows::Show,
        Part::Section(_) | Part::Own(_) => decision.shows == Shows::Show || decision.because.is_none(),
        Part::Plan(_) | Part::Note(_) => false,
    };
    decision.shows != Shows::Never
        && !request.without.contains(&part)
        && (by_itself || request.with.contains(&part))
}

fn parts(card: &Card, request: &Request) -> Vec<Part> {
    let sections: &[Section] = match request.form {
        Form::Short | Form::Long => &SHORT,
        Form::Reception => &[Section::Reception],
    };
    let of_card = sections.iter().filter(|section| is_filled(card, **section)).map(|&one| Part::Section(one));
    let mut parts: Vec<Part> = of_card.collect();
    // What she wants to say at this date stands beside what she wants today.
    let after_wants = usize::from(parts.first() == Some(&Part::Section(Section::Wants)));
    if request.form != Form::Reception {
        parts.splice(after_wants..after_wants, request.plans().map(Part::Plan));
    }
    if request.form == Form::Long {
        parts.extend(card.sections.iter().map(|section| Part::Own(section.id)));
        parts.extend(request.notes().map(Part::Note));
    }
    parts
}

fn is_filled(card: &Card, section: Section) -> bool {
    let empty = Card::default();
    match section {
        Section::Wants => !card.wants.is_empty(),
        Section::Please => !card.please.is_empty() || !card.please_not.is_empty(),
        Section::Reach => card.reach != empty.reach,
        Section::Medicines => !card.medicines.is_empty() || !card.allergies.is_empty(),
        Section::Filing => card.filing != empty.filing,
        Section::About => card.about != empty.about,
        Section::Reception => !card.reception.is_empty(),
    }
}

/// All that a part counts as, for choices.
fn counts_as(conn: &Connection, part: Part) -> Result<Vec<What>> {
    Ok(match part {
        Part::Section(section) => vec![What::Section(section)],
        Part::Own(id) => vec![What::Own(id)],
        Part::Plan(id) => {
            visits::get(conn, id)?;
            vec![What::Plans]
        }
        Part::Note(id) => {
            let note = note::get(conn, id)?;
            if note.binned.is_some() {
                return Err(Error::NotFound { what: Thing::Note });
            }
            let topics = note.topics.iter().map(|name| What::topic(name));
            std::iter::once(What::Notes).chain(topics).collect()
        }
    })
}

/// Her choices, and for whom they are asked.
struct Deciding {
    choices: Vec<Choice>,
    who: Vec<PersonId>,
    now: Moment,
}

impl Deciding {
    fn of(conn: &Connection, person: Option<PersonId>, now: Moment) -> Result<Self> {
        let mut choices = choices::list(conn)?;
        let who = match person {
            Some(person) => seen::belongs_to(conn, person)?,
            None => {
                // Whoever is not named may be any of them: what one of them may not see is held back. What one may see
                // says nothing of the others.
                choices.retain(|choice| choice.rule.person.is_none() || choice.rule.shows != Shows::Show);
                choices.iter().filter_map(|choice| choice.rule.person).collect()
            }
        };
        Ok(Self { choices, who, now })
    }

    fn decide(&self, what: &[What]) -> Decision {
        decide(&self.choices, &self.who, what, self.now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::choice::Rule;
    use crate::consent::grant::Way;
    use crate::consent::tests::{clinician, write};
    use crate::share::tests::{NOW, brief, with_card};

    #[test]
    fn what_one_may_see_is_not_shown_to_whoever_is_not_named() {
        let mut conn = with_card(&brief());
        let doctor = clinician(&mut conn, "Dr Khan", None);
        let rule = |what, until| Rule { person: Some(doctor), what, shows: Shows::Show, until };
        write(&mut conn, |tx| choices::set(tx, &rule(What::Section(Section::About), None))).unwrap();
        let over = rule(What::Section(Section::Medicines), Some(Moment(NOW.0 - 1)));
        write(&mut conn, |tx| choices::set(tx, &over)).unwrap();
        let is_on = |person, section| {
            let request = Request { person, ..Request::new(Way::Screen, Form::Short) };
            let offers = offers(&conn, &request, NOW).unwrap();
            offers.iter().any(|offer| offer.part == Part::Section(section) && offer.is_on)
        };
        assert!(is_on(Some(doctor), Section::About) && !is_on(None, Section::About));
        assert!(is_on(None, Section::Medicines), "what ended for one of them says nothing of the others");
    }
}
