//! The core's side of `tests/shown_files/run.py`, in no product: writes documents and pages of generated cards, dates and
//! notes into a folder, `fhir/*.json` and `pages/*.html`, the same each time but for the ids in documents.
#![allow(clippy::print_stdout)]
// A test: a panic is what it would tell.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod cards;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use fernbook_core::card::store as store_card;
use fernbook_core::consent::grant::{Form, Way};
use fernbook_core::consent::what::{Part, Section};
use fernbook_core::id::{NoteId, VisitId};
use fernbook_core::journal::note::{self, NewNote};
use fernbook_core::screens::showing;
use fernbook_core::share::prepare;
use fernbook_core::share::request::{FirstLine, Request};
use fernbook_core::share::{fhir, service};
use fernbook_core::time::Zone;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::visits::plan::Plan;
use fernbook_core::visits::repeat::Repeat;
use fernbook_core::visits::store as store_visit;
use fernbook_core::visits::visit::Visit;
use fernbook_core::visits::when::When;
use fernbook_core::words::{Pack, Words};
use fernbook_tests::phone::{NOW, PIN, Phone};

/// The languages a page can be in: English, one that takes much room, and one from right to left.
const LANGUAGES: [&str; 3] = ["en", "en-XA", "ar-XB"];

/// Every so many pages of those that could be are written: a browser looks at each.
const EVERY_PAGE: usize = 3;

fn main() {
    let out = PathBuf::from(std::env::args().nth(1).unwrap());
    for folder in ["fhir", "pages"] {
        fs::create_dir_all(out.join(folder)).unwrap();
    }
    let place = tempfile::tempdir().unwrap();
    let phone = Phone::at(place.path());
    phone.init(None, true).unwrap();
    let (_notebooks, mut notebook) = phone.unlock(PIN).unwrap();
    let added = Added::to(&mut notebook);
    let mut number = 0;
    for card in cards::all() {
        notebook.write(NOW, |tx| store_card::put(tx, &card, NOW, Zone::UTC)).unwrap();
        for form in Form::ALL {
            for with in added.choices(form) {
                write(&mut notebook, &out, number, form, &with);
                number += 1;
            }
        }
    }
    write_record(&notebook, &out);
    println!("{number} tried");
}

/// What can be put on a page besides the card.
struct Added {
    visits: Vec<VisitId>,
    notes: Vec<NoteId>,
}

impl Added {
    fn to(notebook: &mut Notebook) -> Self {
        let visits =
            visits().into_iter().map(|visit| notebook.write(NOW, |tx| store_visit::add(tx, &visit)).unwrap());
        let visits = visits.collect();
        let note = |title: &str, text: &str| NewNote {
            title: Some(title.to_owned()),
            ..NewNote::of_text(text.to_owned(), NOW, Zone::UTC)
        };
        let notes = [
            note("A walk", "By the sea.\n\nAlone."),
            note(cards::MARKUP, cards::MARKUP),
            note(cards::ARABIC, cards::ARABIC),
        ];
        let notes =
            notes.iter().map(|new| notebook.write(NOW, |tx| note::add(tx, new, NOW)).unwrap()).collect();
        Self { visits, notes }
    }

    /// Nothing; who she is; each date; and in the long form the notes with all dates.
    fn choices(&self, form: Form) -> Vec<Vec<Part>> {
        let about = Part::Section(Section::About);
        if form == Form::Reception {
            return vec![Vec::new()];
        }
        let mut all = vec![Vec::new(), vec![about]];
        all.extend(self.visits.iter().map(|&id| vec![Part::Plan(id)]));
        if form == Form::Long {
            let visits = self.visits.iter().map(|&id| Part::Plan(id));
            all.push(visits.chain(self.notes.iter().map(|&id| Part::Note(id))).chain([about]).collect());
        }
        all
    }
}

/// A date at each kind of time, with a plan.
fn visits() -> Vec<Visit> {
    let day = NaiveDate::from_ymd_opt(2026, 12, 8).unwrap();
    let time = |hour| NaiveTime::from_hms_opt(hour, 10, 0).unwrap();
    let plan = Plan {
        say: vec!["The letter".into(), cards::MARKUP.into()],
        not_ask: cards::ARABIC.into(),
        ..Plan::default()
    };
    let visit = |when| Visit {
        title: "Nurse".into(),
        who: cards::MARKUP.into(),
        when,
        plan: plan.clone(),
        ..Visit::default()
    };
    let weekly = Some(Repeat { rule: "FREQ=WEEKLY".into(), ..Repeat::default() });
    vec![
        visit(When::At(NaiveDateTime::new(day, time(9)))),
        visit(When::Window { day, from: time(8), to: time(13) }),
        visit(When::Day(day)),
        visit(When::ToBeTold),
        Visit { repeat: weekly, ..visit(When::At(NaiveDateTime::new(day, time(9)))) },
    ]
}

fn write(notebook: &mut Notebook, out: &Path, number: usize, form: Form, with: &[Part]) {
    let words = Words::new(Pack::Full, LANGUAGES[number % LANGUAGES.len()]);
    let first = match number % 3 {
        0 => FirstLine::Usual,
        1 => FirstLine::Own(cards::MARKUP.to_owned()),
        _ => FirstLine::Nothing,
    };
    let known = |conn: &_| {
        fernbook_core::share::offer::possible(
            conn,
            &Request { with: with.to_vec(), ..Request::new(Way::Page, form) },
        )
    };
    let possible = notebook.read(known).unwrap();
    let with: Vec<Part> = with.iter().copied().filter(|part| possible.contains(part)).collect();
    let request = |way| Request { with: with.clone(), first: first.clone(), ..Request::new(way, form) };
    let document =
        notebook.read(|conn| service::fhir(conn, &words, &request(Way::Fhir), NOW, Zone::UTC)).unwrap();
    fs::write(out.join(format!("fhir/{number:03}.json")), in_a_real_language(document.output.bytes)).unwrap();
    let page = notebook.read(|conn| prepare::prepare(conn, &words, &request(Way::Page), NOW)).unwrap();
    if number.is_multiple_of(EVERY_PAGE) {
        fs::write(out.join(format!("pages/{number:03}.html")), &page.output.bytes).unwrap();
    }
    // What can be given leaves a line, for the record.
    let _too_long_or_empty =
        notebook.write(NOW, |tx| prepare::give(tx, &page, true, NOW, Zone::UTC).map(drop));
}

/// The made-up languages are in no release, and in no list of languages.
fn in_a_real_language(document: Vec<u8>) -> String {
    String::from_utf8(document).unwrap().replace("\"en-XA\"", "\"en-GB\"").replace("\"ar-XB\"", "\"ar\"")
}

fn write_record(notebook: &Notebook, out: &Path) {
    let words = Words::new(Pack::Full, "en");
    let lines = notebook.read(|conn| showing::record_lines(conn, &words)).unwrap();
    assert!(lines.len() > 10, "few were given");
    let today = NOW.local(Zone::UTC).date();
    fs::write(out.join("fhir/record.json"), fhir::record(&lines, &words, today).unwrap()).unwrap();
    fs::write(out.join("fhir/record-empty.json"), fhir::record(&[], &words, today).unwrap()).unwrap();
}
