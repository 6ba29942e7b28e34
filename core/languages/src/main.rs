//! `./dev words [FOLDER]`: how each language stands, and what to put down to sign it. Exits with 1 if
//! something is wrong in one.

use std::error::Error;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let ours = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../words");
    let words = std::env::args_os().nth(1).map_or_else(ours, PathBuf::from);
    let (mut out, mut code) = (std::io::stdout().lock(), ExitCode::SUCCESS);
    let all = fernbook_languages::report(&words)?;
    if all.is_empty() {
        writeln!(out, "There is English alone. How to add a language: docs/translating.md")?;
    }
    for report in all {
        writeln!(out, "{report}")?;
        if !report.faults.is_empty() {
            code = ExitCode::FAILURE;
        }
    }
    Ok(code)
}
