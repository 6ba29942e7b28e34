//! What is said when the arguments don't fit. Never what was typed: it may be words of hers.

use std::io::Write;
use std::process::ExitCode;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use fernbook_core::words::{Pack, Words, key};

use crate::arguments::Arguments;
use crate::context::language;
use crate::failure::Failure;
use crate::output::Output;

/// Prints help and version where they were asked for; else says how to see how the command works.
pub fn explain(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // Nobody reads: nothing to tell.
        let _closed = error.print();
        return ExitCode::SUCCESS;
    }
    if std::env::args_os().nth(1).is_some_and(|first| first == "help") {
        // Nobody reads: nothing to tell.
        let _closed = named_command().1.print_help();
        return ExitCode::SUCCESS;
    }
    let words = Words::new(Pack::Full, &language());
    let output = Output::new(std::env::args_os().any(|argument| argument == "--json"));
    let failure = Failure::Usage(help_of_command());
    output.failure(failure, &words);
    if let (false, Some(guess)) = (output.json, guess(error)) {
        let text = words.text(key::ERROR_USAGE_NEAR, &[("guess", (&guess).into())]);
        let _closed = writeln!(std::io::stderr(), "{text}");
    }
    ExitCode::from(failure.exit_code())
}

/// A name of ours that is near to what was typed, and in the list of commands.
fn guess(error: &clap::Error) -> Option<String> {
    let command = Arguments::command();
    let is_hidden = |name: &str| command.find_subcommand(name).is_some_and(clap::Command::is_hide_set);
    let kinds = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg];
    let names = kinds.iter().filter_map(|&kind| match error.get(kind)? {
        ContextValue::String(name) => Some(vec![name.clone()]),
        ContextValue::Strings(names) => Some(names.clone()),
        _ => None,
    });
    names.flatten().find(|name| !is_hidden(name))
}

/// The help of the deepest command that was named.
fn help_of_command() -> &'static str {
    // Once in the life of a program that is about to end.
    Box::leak(format!("{} --help", named_command().0).into_boxed_str())
}

/// The deepest command that was named, and how it is called.
fn named_command() -> (String, clap::Command) {
    let mut command = Arguments::command();
    command.build();
    let mut path = String::from("fernbook");
    for argument in std::env::args_os().skip(1).filter_map(|argument| argument.into_string().ok()) {
        let Some(found) = command.find_subcommand(&argument).cloned() else { continue };
        path = format!("{path} {}", found.get_name());
        command = found;
    }
    (path, command)
}
