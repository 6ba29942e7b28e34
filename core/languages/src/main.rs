//! `./dev words [FOLDER]`: how each language stands, and what to put down to sign it. Exits with 1 if
//! something is wrong in one. `fernbook-languages say NAME ...`: those messages in each language of a release, a line each,
//! with tabs between language, name and text.

use std::error::Error;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use fernbook_languages::Choice;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let ours = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../words");
    let mut arguments = std::env::args_os().skip(1).peekable();
    if arguments.next_if(|first| first == "say").is_some() {
        let names = arguments.map(|name| name.to_string_lossy().into_owned()).collect::<Vec<_>>();
        for saying in fernbook_languages::say(&ours(), Choice::Signed, &names)? {
            writeln!(std::io::stdout(), "{}\t{}\t{}", saying.tag, saying.name, saying.text)?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let words = arguments.next().map_or_else(ours, PathBuf::from);
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
