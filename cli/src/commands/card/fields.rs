//! `card set`.

use clap::Args;
use fernbook_core::card::fields::{Answer, Card, Filing};
use fernbook_core::card::phrase::{Line, List};
use fernbook_core::screens::card;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;

use super::page;
use crate::clock;
use crate::context::Context;
use crate::failure::Outcome;

/// What `card set` takes. A list takes the place of the one before; a phrase is picked by its name.
#[derive(Args)]
pub struct CardFields {
    /// What you want today: up to three, in your order
    #[arg(long = "want", value_name = "TEXT OR PHRASE")]
    wants: Vec<String>,
    /// What they should please do
    #[arg(long, value_name = "TEXT OR PHRASE")]
    please: Vec<String>,
    /// What they should please not do
    #[arg(long, value_name = "TEXT OR PHRASE")]
    please_not: Vec<String>,
    /// What reception needs to know
    #[arg(long, value_name = "TEXT OR PHRASE")]
    reception: Vec<String>,
    #[command(flatten)]
    reach: ReachFields,
    /// Medicines, as you remember them
    #[arg(long, value_name = "TEXT")]
    medicines: Option<String>,
    /// Allergies, as you remember them
    #[arg(long, value_name = "TEXT")]
    allergies: Option<String>,
    /// Whether this may be filed: yes, ask, no, or unsaid
    #[arg(long, value_name = "ANSWER", value_parser = ["yes", "ask", "no", "unsaid"])]
    file: Option<String>,
    /// Your name, or what you want to be called
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    /// Your date of birth; as 1980-02-29 a computer can read it too
    #[arg(long, value_name = "TEXT")]
    born: Option<String>,
    /// Your NHS number
    #[arg(long, value_name = "TEXT")]
    nhs_number: Option<String>,
}

/// How to reach you safely.
#[derive(Args)]
struct ReachFields {
    /// The number that is safe
    #[arg(long, value_name = "TEXT")]
    number: Option<String>,
    /// When it is safe
    #[arg(long, value_name = "TEXT")]
    when: Option<String>,
    /// Whether they may leave a voicemail: yes, no, or unsaid
    #[arg(long, value_name = "ANSWER", value_parser = ["yes", "no", "unsaid"])]
    voicemail: Option<String>,
    /// Whether texts are all right: yes, no, or unsaid
    #[arg(long, value_name = "ANSWER", value_parser = ["yes", "no", "unsaid"])]
    texts: Option<String>,
    /// Whether letters are all right: yes, no, or unsaid
    #[arg(long, value_name = "ANSWER", value_parser = ["yes", "no", "unsaid"])]
    letters: Option<String>,
    /// Who might pick up
    #[arg(long, value_name = "TEXT")]
    picks_up: Option<String>,
    /// Who must not be told
    #[arg(long, value_name = "TEXT")]
    not_told: Option<String>,
}

/// Writes on the card, and shows it.
pub fn set(context: &Context, notebook: &mut Notebook, fields: &CardFields) -> Outcome<()> {
    let mut changed = notebook.read(|conn| card::page(conn, &context.words, clock::now()))?.card;
    fields.put(&mut changed);
    notebook.write(clock::now(), |tx| card::put(tx, &changed, clock::now(), clock::zone()))?;
    if !context.output.json {
        context.output.line(&context.words.say(key::CARD_KEPT))?;
    }
    page::show(context, notebook)
}

impl CardFields {
    fn put(&self, card: &mut Card) {
        put_list(&self.wants, List::Wants, &mut card.wants);
        put_list(&self.please, List::Please, &mut card.please);
        put_list(&self.please_not, List::PleaseNot, &mut card.please_not);
        put_list(&self.reception, List::Reception, &mut card.reception);
        self.reach.put(card);
        let texts = [
            (&self.medicines, &mut card.medicines),
            (&self.allergies, &mut card.allergies),
            (&self.name, &mut card.about.name),
            (&self.born, &mut card.about.born),
            (&self.nhs_number, &mut card.about.nhs_number),
        ];
        texts.into_iter().for_each(|(given, text)| put_text(given.as_ref(), text));
        card.filing = match self.file.as_deref() {
            None => card.filing,
            Some("yes") => Filing::Yes,
            Some("ask") => Filing::AskMe,
            Some("no") => Filing::No,
            Some(_) => Filing::NotSaid,
        };
    }
}

impl ReachFields {
    fn put(&self, card: &mut Card) {
        let reach = &mut card.reach;
        let texts = [
            (&self.number, &mut reach.number),
            (&self.when, &mut reach.when),
            (&self.picks_up, &mut reach.who_answers),
            (&self.not_told, &mut reach.not_told),
        ];
        texts.into_iter().for_each(|(given, text)| put_text(given.as_ref(), text));
        let answers = [
            (&self.voicemail, &mut reach.voicemail),
            (&self.texts, &mut reach.texts),
            (&self.letters, &mut reach.letters),
        ];
        for (given, answer) in answers {
            *answer = match given.as_deref() {
                None => *answer,
                Some("yes") => Answer::Yes,
                Some("no") => Answer::No,
                Some(_) => Answer::NotSaid,
            };
        }
    }
}

fn put_text(given: Option<&String>, text: &mut String) {
    if let Some(given) = given {
        given.clone_into(text);
    }
}

fn put_list(given: &[String], which: List, list: &mut Vec<Line>) {
    if !given.is_empty() {
        *list = given.iter().map(|text| line(which, text)).collect();
    }
}

fn line(which: List, text: &str) -> Line {
    if which.has(text) { Line::Picked { pick: text.to_owned() } } else { Line::Own(text.to_owned()) }
}
