//! Her card, whom she sees, and what each may be shown. A plain notebook has none of it: there each of these calls answers
//! that there is no such thing.

use chrono::NaiveDate;
use fernbook_core::card::fields::Card;
use fernbook_core::consent::choice::{Rule, Shows, after_day};
use fernbook_core::consent::store as choices;
use fernbook_core::consent::what::What;
use fernbook_core::id::{ChoiceId, PersonId, SectionId};
use fernbook_core::journal::settings::{self, Switch};
use fernbook_core::people::person::PersonText;
use fernbook_core::people::seen::Seen;
use fernbook_core::screens::card::{self, CardChoices, CardPage, PastPage};
use fernbook_core::screens::choosing::{self, ChoiceOptions};
use fernbook_core::screens::seen::{self, SeenLine};
use fernbook_core::screens::showing::{self, ChoiceLine};

use crate::device::{tick, zone};
use crate::error::NotebookError;
use crate::notebooks::Notebooks;

#[uniffi::export]
impl Notebooks {
    /// Her card, to look over and to write.
    pub fn card(&self, language: String) -> Result<CardPage, NotebookError> {
        let now = tick(&*self.device)?.now;
        self.told(&language, |conn, words| card::page(conn, words, now))
    }

    /// What can be picked for it.
    pub fn card_choices(&self, language: String) -> Result<CardChoices, NotebookError> {
        self.told(&language, |_, words| Ok(card::choices(words)))
    }

    /// Writes the card anew. Writes nothing if nothing changed.
    pub fn set_card(&self, card: Card) -> Result<(), NotebookError> {
        let zone = zone(&*self.device);
        self.write(|tx, now| card::put(tx, &card, now, zone))
    }

    /// The id of a section of her own that is about to be written.
    pub fn new_section(&self) -> Result<SectionId, NotebookError> {
        Ok(SectionId::make()?)
    }

    /// Takes the last change of the card back; done once more, it is there again. [`Notebooks::forget_undo`] leaves
    /// nothing to take back.
    pub fn undo_card(&self) -> Result<(), NotebookError> {
        self.write(|tx, _| card::take_back(tx))
    }

    /// Older cards, and whether they are kept.
    pub fn past_cards(&self, language: String) -> Result<PastPage, NotebookError> {
        self.told(&language, card::past)
    }

    /// Keeps older cards from now on, or not; those that are here stay.
    pub fn keep_past_cards(&self, on: bool) -> Result<(), NotebookError> {
        self.write(|tx, _| settings::set(tx, Switch::CardHistory, on))
    }

    /// Deletes all older cards for good.
    pub fn clear_past_cards(&self) -> Result<(), NotebookError> {
        self.write(|tx, _| card::clear_past(tx))
    }

    /// Whom she sees: clinicians, workers, places and roles.
    pub fn people_seen(&self, language: String) -> Result<Vec<SeenLine>, NotebookError> {
        self.told(&language, seen::list)
    }

    /// Writes of someone she sees; of someone new without an id. [`Notebooks::remove_person`] takes them out.
    pub fn set_person_seen(
        &self,
        id: Option<PersonId>,
        text: PersonText,
        seen: Seen,
    ) -> Result<PersonId, NotebookError> {
        self.write(|tx, _| seen::put(tx, id, &text, &seen))
    }

    /// What she chose for whom, by person.
    pub fn choices(&self, language: String) -> Result<Vec<ChoiceLine>, NotebookError> {
        let zone = zone(&*self.device);
        self.told(&language, |conn, words| showing::choice_lines(conn, words, zone))
    }

    /// For whom, and about what, she can choose.
    pub fn choice_options(&self, language: String) -> Result<ChoiceOptions, NotebookError> {
        self.told(&language, choosing::options)
    }

    /// Sets what someone may be shown, in the place of what was chosen about the same before; `last` is the last day on
    /// which it counts.
    pub fn set_choice(
        &self,
        person: Option<PersonId>,
        what: What,
        shows: Shows,
        last: Option<NaiveDate>,
    ) -> Result<ChoiceId, NotebookError> {
        let zone = zone(&*self.device);
        self.write(|tx, _| {
            let until = last.map(|day| after_day(day, zone)).transpose()?;
            choices::set(tx, &Rule { person, what, shows, until })
        })
    }

    /// Takes a choice out: she is asked again each time.
    pub fn remove_choice(&self, id: ChoiceId) -> Result<(), NotebookError> {
        self.write(|tx, _| choices::remove(tx, id))
    }
}
