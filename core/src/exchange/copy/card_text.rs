//! The card in the words of a copy that a person reads.

use super::showing::ShowingRecord;
use crate::card::fields::{About, Answer, Card, Filing, Reach};
use crate::card::phrase::Line;
use crate::words::{Pack, Words};

/// The card for a person to read, each thing under a plain English name, as dates have them.
pub(super) fn of(card: &Card) -> String {
    let words = Words::new(Pack::Full, "en");
    let list = |name: &'static str, list: &[Line]| -> Vec<(&'static str, String)> {
        list.iter().map(|line| (name, said(&words, line))).collect()
    };
    let lines = [
        list("today I want", &card.wants),
        list("please do", &card.please),
        list("please don't", &card.please_not),
        reach(&card.reach),
        vec![("medicines", card.medicines.clone()), ("allergies", card.allergies.clone())],
        vec![("may this be filed", filing(card.filing).to_owned())],
        about(&card.about),
        list("reception", &card.reception),
    ];
    let lines = lines.concat().into_iter().filter(|(_, text)| !text.is_empty());
    let mut text: String =
        lines.map(|(name, text)| format!("- {name}: {}\n", text.replace('\n', "\n  "))).collect();
    for section in &card.sections {
        text.push_str(&format!("\n# {}\n\n{}\n", section.title, section.text));
    }
    text.trim().to_owned()
}

fn said(words: &Words, line: &Line) -> String {
    match line {
        Line::Own(text) => text.clone(),
        Line::Picked { pick } => words.named(pick, &[]).unwrap_or_default(),
    }
}

fn reach(reach: &Reach) -> Vec<(&'static str, String)> {
    let answer = |answer| match answer {
        Answer::NotSaid => String::new(),
        Answer::Yes => "yes".to_owned(),
        Answer::No => "no".to_owned(),
    };
    vec![
        ("number", reach.number.clone()),
        ("when", reach.when.clone()),
        ("voicemail", answer(reach.voicemail)),
        ("texts", answer(reach.texts)),
        ("letters", answer(reach.letters)),
        ("may pick up", reach.who_answers.clone()),
        ("must not be told", reach.not_told.clone()),
    ]
}

fn filing(filing: Filing) -> &'static str {
    match filing {
        Filing::NotSaid => "",
        Filing::Yes => "yes",
        Filing::AskMe => "ask me first",
        Filing::No => "no",
    }
}

fn about(about: &About) -> Vec<(&'static str, String)> {
    let texts = [("name", &about.name), ("born", &about.born), ("NHS number", &about.nhs_number)];
    texts.map(|(name, text)| (name, text.clone())).into()
}

/// The card, for the file that a person reads; nothing if there is none.
pub(super) fn file(showing: &ShowingRecord) -> String {
    showing.card.as_ref().map(|record| of(&record.card) + "\n").unwrap_or_default()
}
