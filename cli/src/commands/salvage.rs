//! stub
use crate::context::Context;
use crate::failure::Outcome;
use clap::Args;
#[derive(Args)]
pub struct SalvageArguments {}
pub fn run(_context: Context, _: &SalvageArguments) -> Outcome<()> {
    Ok(())
}
