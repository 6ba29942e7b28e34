//! stub
use crate::context::Context;
use crate::failure::Outcome;
use clap::Args;
#[derive(Args)]
pub struct ImportArguments {}
pub fn run(_context: Context, _: &ImportArguments) -> Outcome<()> {
    Ok(())
}
