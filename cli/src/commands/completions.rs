//! `completions`: what a shell needs to complete commands.

use clap::{Args, Command, CommandFactory};
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

/// Prints the completions of the commands that `--help` lists: the file lies open.
pub fn run(context: &Context, arguments: &CompletionsArguments) -> Outcome<()> {
    let mut page = Vec::new();
    clap_complete::generate(arguments.shell, &mut listed(), "fernbook", &mut page);
    context.output.write(&String::from_utf8_lossy(&page))
}

fn listed() -> Command {
    let all = Arguments::command();
    let listed: Vec<Command> = all.get_subcommands().filter(|one| !one.is_hide_set()).cloned().collect();
    let mut command = Command::new("fernbook").disable_help_subcommand(true).subcommands(listed);
    for argument in all.get_arguments() {
        command = command.arg(argument.clone());
    }
    command
}
