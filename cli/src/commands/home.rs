//! The page for no command: what to do next. No PIN, no counts, no words of hers.

use fernbook_core::vault::notebooks::Notebooks;
use fernbook_core::words::{Key, key};
use serde_json::json;

use crate::context::Context;
use crate::failure::Outcome;

const FIRST: [(&str, Key); 2] = [("fernbook init", key::HOME_MAKE), ("fernbook --help", key::HOME_ALL)];
const NEXT: [(&str, Key); 7] = [
    ("fernbook note add", key::HOME_WRITE),
    ("fernbook note list", key::HOME_LIST),
    ("fernbook search WORD", key::HOME_FIND),
    ("fernbook visit list", key::HOME_DATES),
    ("fernbook import FILE", key::HOME_BRING_IN),
    ("fernbook copy make FILE", key::HOME_COPY),
    ("fernbook --help", key::HOME_ALL),
];

/// Prints the page.
pub fn run(context: &Context) -> Outcome<()> {
    let there = Notebooks::exist(&context.dir);
    let (heading, commands) = if there { (key::HOME_THERE, &NEXT[..]) } else { (key::HOME_NONE, &FIRST[..]) };
    let (words, output) = (&context.words, context.output);
    let names: Vec<&str> = commands.iter().map(|(command, _)| *command).collect();
    output.value(&json!({ "notebook": there, "next": names }))?;
    output.line(&words.say(heading))?;
    output.line(&words.say(key::HOME_NEXT))?;
    commands
        .iter()
        .try_for_each(|(command, what)| output.line(&format!("  {command:<28}{}", words.say(*what))))
}
