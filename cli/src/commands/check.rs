//! stub
use crate::context::Context;
use crate::failure::Outcome;
use clap::Args;
#[derive(Args)]
pub struct CheckArguments {}
pub fn run(_context: Context, _: &CheckArguments) -> Outcome<()> {
    Ok(())
}
