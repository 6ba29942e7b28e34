//! Dates: lists, a month, one of them, changes and one step back, and the reminders that the phone holds.

use std::path::Path;

use chrono::{NaiveDate, NaiveTime};
use fernbook_core::id::{ReminderId, VisitId};
use fernbook_core::reminders::outside::{self, Entry};
use fernbook_core::reminders::phone::{self, Phone};
use fernbook_core::screens::dates::{self, DateLine, DatesPage, MonthPage, NextDate};
use fernbook_core::screens::paste::{self, ReadDate};
use fernbook_core::screens::reminders::{self, MissingLine, Quiet, ReminderPage};
use fernbook_core::screens::visit::{self as screen, VisitChoices, VisitPage};
use fernbook_core::time::Moment;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::visits::visit::Visit;
use fernbook_core::visits::{change, earlier, store};
use fernbook_core::words::Words;

use crate::device::{tick, zone};
use crate::error::NotebookError;
use crate::notebooks::Notebooks;

/// The phone, as far as reminders go.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ReminderPhone {
    /// The folder of the file from which the phone shows reminders while no notebook is open: one that can be read
    /// before the phone is unlocked, and is in no backup.
    pub folder: String,
    /// How many reminders the phone holds at most: 64 on an iPhone.
    pub most: u32,
    /// Whether they come on time.
    pub exact: bool,
    /// Whether the phone may show anything at all.
    pub allowed: bool,
}

/// What a new plan came to.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct RenewedReminders {
    /// All that the phone is to hold from now on, of every notebook, in order of time. What it holds besides is to go.
    pub entries: Vec<Entry>,
    /// What can't come, of this notebook, and why.
    pub missing: Vec<MissingLine>,
    /// Whether a file that could not be read was put aside: tell her.
    pub set_aside: bool,
}

/// What the phone is to show, of every notebook, in order of time; also what has come within a day. Needs no notebook:
/// for a phone that has just started.
#[uniffi::export]
pub fn outside_reminders(folder: String) -> Result<Vec<Entry>, NotebookError> {
    Ok(outside::read(Path::new(&folder))?)
}

/// Puts one that has come by `now` off until a moment, as she asks where the phone shows it; every notebook may be locked.
/// Answers all that the phone is to show. One that is still to come is left as it is.
#[uniffi::export]
pub fn put_off_reminder(
    folder: String,
    id: ReminderId,
    now: Moment,
    until: Moment,
) -> Result<Vec<Entry>, NotebookError> {
    Ok(outside::put_off(Path::new(&folder), id, now, until)?)
}

/// Removes all of it, when everything is deleted.
#[uniffi::export]
pub fn erase_reminders(folder: String) -> Result<(), NotebookError> {
    Ok(outside::erase(Path::new(&folder))?)
}

#[uniffi::export]
impl Notebooks {
    /// The page of dates.
    pub fn dates(&self, language: String, phone: ReminderPhone) -> Result<DatesPage, NotebookError> {
        self.look(&language, &phone, |conn, look| dates::page(conn, look.words, look.now, &look.phone))
    }

    /// What the home page shows of dates.
    pub fn next_date(&self, language: String, phone: ReminderPhone) -> Result<NextDate, NotebookError> {
        self.look(&language, &phone, |conn, look| dates::home(conn, look.words, look.now, &look.phone))
    }

    /// Dates that are over, the latest first.
    pub fn earlier_dates(&self, language: String) -> Result<Vec<DateLine>, NotebookError> {
        let (now, zone) = (tick(&*self.device)?.now, zone(&*self.device));
        self.read(|notebook| {
            let words = words(notebook, &language);
            notebook.read(|conn| dates::earlier(conn, &words, now, zone))
        })
    }

    /// A month; `month` counts from 1.
    pub fn month(&self, language: String, year: i32, month: u32) -> Result<MonthPage, NotebookError> {
        let (now, zone) = (tick(&*self.device)?.now, zone(&*self.device));
        self.read(|notebook| {
            let words = words(notebook, &language);
            notebook.read(|conn| dates::month(conn, &words, (year, month), now, zone))
        })
    }

    /// A date. Of one that comes again `day` names the single one; without it the next is shown.
    pub fn visit(
        &self,
        language: String,
        id: VisitId,
        day: Option<NaiveDate>,
        phone: ReminderPhone,
    ) -> Result<VisitPage, NotebookError> {
        self.look(&language, &phone, |conn, look| {
            screen::page(conn, look.words, id, day, look.now, &look.phone)
        })
    }

    /// What can be chosen for a date.
    pub fn visit_choices(&self, language: String) -> Result<VisitChoices, NotebookError> {
        self.read(|notebook| {
            let words = words(notebook, &language);
            notebook.read(|conn| screen::choices(conn, &words))
        })
    }

    /// An empty date, with the zone of the phone, to be filled in.
    pub fn new_visit(&self) -> Visit {
        Visit { zone: zone(&*self.device), ..Visit::default() }
    }

    /// The dates in a message that she pasted, to be looked at and corrected; nothing is kept. None is a normal outcome.
    pub fn read_message(&self, language: String, text: String) -> Result<Vec<ReadDate>, NotebookError> {
        let (now, zone) = (tick(&*self.device)?.now, zone(&*self.device));
        self.read(|notebook| {
            let words = words(notebook, &language);
            notebook.read(|conn| paste::read(conn, &words, &text, now, zone))
        })
    }

    /// Puts down a date.
    pub fn add_visit(&self, visit: Visit) -> Result<VisitId, NotebookError> {
        self.write(|tx, _| store::add(tx, &visit))
    }

    /// Puts another date in the place of the one with this id. Writes nothing if nothing changed.
    pub fn edit_visit(&self, id: VisitId, visit: Visit) -> Result<(), NotebookError> {
        self.write(|tx, _| store::edit(tx, id, &visit))
    }

    /// Moves the single one of a day, of a date that comes again.
    pub fn move_visit(
        &self,
        id: VisitId,
        day: NaiveDate,
        when: fernbook_core::visits::when::When,
    ) -> Result<(), NotebookError> {
        self.write(|tx, _| change::move_one(tx, id, day, when))
    }

    /// Leaves the single one of a day out, of a date that comes again; or takes it in again.
    pub fn leave_out_visit(&self, id: VisitId, day: NaiveDate, out: bool) -> Result<(), NotebookError> {
        self.write(|tx, _| change::leave_out(tx, id, day, out))
    }

    /// Takes a date out. [`Notebooks::undo_visit`] brings it back until the next change of a date.
    pub fn remove_visit(&self, id: VisitId) -> Result<(), NotebookError> {
        self.write(|tx, _| store::remove(tx, id))
    }

    /// Takes the last change of a date back; done once more, it is there again. [`Notebooks::forget_undo`] leaves
    /// nothing to take back.
    pub fn undo_visit(&self) -> Result<VisitId, NotebookError> {
        self.write(|tx, _| earlier::take_back(tx))
    }

    /// Plans anew what the phone is to hold: after each change of a date, at each way in, and when the clock, the zone
    /// or a permission has changed. Writes nothing where nothing changed.
    pub fn renew_reminders(
        &self,
        language: String,
        phone: ReminderPhone,
    ) -> Result<RenewedReminders, NotebookError> {
        let (now, zone) = (tick(&*self.device)?.now, zone(&*self.device));
        self.held.lend(|held| {
            let notebook = held.open.as_mut().ok_or(NotebookError::Locked)?;
            let words = words(notebook, &language);
            let cover = reminders::first_cover(&words);
            let renewal = phone::renew(notebook, now, &phone.of_core(zone, &cover))?;
            let missing = renewal.missing;
            let missing = notebook.read(|conn| reminders::missing_lines(conn, &words, now, zone, missing))?;
            Ok(RenewedReminders { entries: renewal.entries, missing, set_aside: renewal.set_aside })
        })
    }

    /// What she has set for all reminders.
    pub fn reminder_settings(&self, language: String) -> Result<ReminderPage, NotebookError> {
        self.read(|notebook| {
            let words = words(notebook, &language);
            notebook.read(|conn| reminders::page(conn, &words))
        })
    }

    /// Keeps what she sets for all reminders; then plan anew.
    pub fn set_reminder_settings(
        &self,
        quiet: Option<Quiet>,
        morning: NaiveTime,
    ) -> Result<(), NotebookError> {
        self.write(|tx, _| reminders::set(tx, quiet, morning))
    }
}

/// What a page of dates is looked at with.
struct Look<'a> {
    words: &'a Words,
    now: Moment,
    phone: Phone<'a>,
}

impl Notebooks {
    fn look<T>(
        &self,
        language: &str,
        phone: &ReminderPhone,
        show: impl FnOnce(&rusqlite::Connection, &Look<'_>) -> fernbook_core::Result<T>,
    ) -> Result<T, NotebookError> {
        let (now, zone) = (tick(&*self.device)?.now, zone(&*self.device));
        self.read(|notebook| {
            let words = words(notebook, language);
            let cover = reminders::first_cover(&words);
            let look = Look { words: &words, now, phone: phone.of_core(zone, &cover) };
            notebook.read(|conn| show(conn, &look))
        })
    }
}

impl ReminderPhone {
    fn of_core<'a>(&'a self, zone: fernbook_core::time::Zone, cover: &'a str) -> Phone<'a> {
        Phone {
            folder: Path::new(&self.folder),
            most: self.most as usize,
            exact: self.exact,
            allowed: self.allowed,
            zone,
            cover,
        }
    }
}

fn words(notebook: &Notebook, language: &str) -> Words {
    Words::new(notebook.pack(), language).with_direction_marks()
}
