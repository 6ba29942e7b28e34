//! `init`: makes a notebook, or two.

use clap::{Args, ValueEnum};
use fernbook_core::screens::first_run::{self, Chosen};
use fernbook_core::vault::notebooks::Notebooks;
use fernbook_core::vault::places::Places;
use fernbook_core::words::{Pack, key};
use serde_json::json;
use std::io::{self, IsTerminal};

use crate::context::{Context, language};
use crate::failure::Outcome;
use crate::output::shown;
use crate::{clock, interrupt, opening, places, questions, secrets};

const EXAMPLES: &str = "Examples:
  fernbook init
  fernbook init --notebooks 2
  fernbook --dir /media/stick/notes init   In a folder of your own";

/// What `init` takes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct InitArguments {
    /// One notebook or two, each with its own PIN (asked for if not given; without a terminal: one)
    #[arg(long)]
    notebooks: Option<Notebooks12>,
    /// Make the first one a plain notebook, about plants
    #[arg(long)]
    plain: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Notebooks12 {
    #[value(name = "1")]
    One,
    #[value(name = "2")]
    Two,
}

/// Makes the notebooks.
pub fn run(context: &Context, arguments: &InitArguments) -> Outcome<()> {
    if Notebooks::exist(&context.dir) {
        return Err(fernbook_core::Error::AlreadyThere.into());
    }
    let (words, output) = (&context.words, context.output);
    for what in [key::TEST_ONLY, key::INIT_WHAT, key::INIT_LOST] {
        output.line(&words.say(what))?;
    }
    let how_many = how_many(context, arguments)?;
    output.line(&words.say(key::INIT_PIN))?;
    let first = secrets::read_new(secrets::PIN, words)?;
    let second = match how_many {
        Notebooks12::One => None,
        Notebooks12::Two => {
            output.line(&words.say(key::INIT_SECOND))?;
            Some(secrets::read_new(secrets::SECOND_PIN, words)?)
        }
    };
    interrupt::check()?;
    let chosen = Chosen {
        first: &first,
        pack: if arguments.plain { Pack::Plain } else { Pack::Full },
        second: second.as_ref(),
        language: &language(),
        zone: clock::zone(),
    };
    let (places, keys) = (Places::new(&context.dir), places::keys()?);
    first_run::run(&places, &opening::keys_in(&keys), &clock::facts(), &clock::tick(), &chosen)?;
    tell(context)
}

fn how_many(context: &Context, arguments: &InitArguments) -> Outcome<Notebooks12> {
    if let Some(given) = arguments.notebooks {
        return Ok(given);
    }
    if context.output.json || !io::stdin().is_terminal() || secrets::given(secrets::PIN) {
        return Ok(Notebooks12::One);
    }
    context.output.line(&context.words.say(key::INIT_ONE_OR_TWO))?;
    loop {
        match questions::answer(context, &context.words.say(key::INIT_ONE_OR_TWO_ASK))?.as_deref() {
            Some("1") => return Ok(Notebooks12::One),
            Some("2") => return Ok(Notebooks12::Two),
            Some(_) => {}
            None => return Err(fernbook_core::Error::Stopped.into()),
        }
    }
}

fn tell(context: &Context) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    let folder = shown(&context.dir);
    output.value(&json!({ "dir": folder }))?;
    output.line(&words.say(key::INIT_DONE))?;
    output.line(&words.text(key::NOTEBOOK_LIES, &[("folder", (&folder).into())]))?;
    output.line(&words.text(key::INIT_NEXT, &[("command", "fernbook note add".into())]))?;
    output.line(&words.text(key::INIT_COPY, &[("command", "fernbook copy make FILE".into())]))
}
