//! `fernbook`: the core at a command line, for a person at a computer and for scripts.

#![forbid(unsafe_code)]

mod any_phone;
mod arguments;
mod clock;
mod commands;
mod context;
mod failure;
mod hardening;
mod interrupt;
mod json;
mod new_file;
mod opening;
mod output;
mod places;
mod progress_bar;
mod questions;
mod secrets;
mod text_input;
mod usage;
mod wrap;

use std::alloc::System;
use std::process::ExitCode;

use clap::Parser;
use fernbook_core::words::{Pack, Words};
use zeroizing_alloc::ZeroAlloc;

use crate::arguments::Arguments;
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::Output;

/// Memory is zeroed when it is given back, so that no word stays behind in it.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    hardening::shut_memory();
    hardening::keep_files_private();
    interrupt::listen();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage::explain(&error),
    };
    let output = Output::new(arguments.json);
    match run(arguments, output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::OutputClosed) => ExitCode::from(Failure::OutputClosed.exit_code()),
        Err(failure) => {
            output.failure(failure, &Words::new(Pack::Full, &context::language()));
            ExitCode::from(failure.exit_code())
        }
    }
}

fn run(arguments: Arguments, output: Output) -> Outcome<()> {
    let context = Context::new(arguments.dir.as_deref(), arguments.yes, output)?;
    commands::run(context, arguments.command)
}
