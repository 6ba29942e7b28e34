//! `completions`: what a shell needs to complete commands.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::arguments::Arguments;
use crate::context::Context;
use crate::failure::Outcome;

const EXAMPLES: &str = "Examples:
  fernbook completions bash > ~/.local/share/bash-completion/completions/fernbook
  fernbook completions fish > ~/.config/fish/completions/fernbook.fish";

/// What `completions` takes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct CompletionsArguments {
    /// The shell
    shell: Shell,
}

/// Prints the completions.
pub fn run(context: &Context, arguments: &CompletionsArguments) -> Outcome<()> {
    let mut page = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "fernbook", &mut page);
    context.output.write(&String::from_utf8_lossy(&page))
}
