//! Questions with few answers, asked on standard error.

use std::io::{self, IsTerminal, Write};

use fernbook_core::words::{Key, key};

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::interrupt;

/// Asks `question` unless `--yes` was given. `Ok(false)` has told her that nothing was changed.
///
/// # Errors
/// [`Failure::NeedsAnswer`] where nobody can answer: no terminal, or JSON.
pub fn confirm(context: &Context, question: Key) -> Outcome<bool> {
    if context.yes {
        return Ok(true);
    }
    let question = context.words.say(question);
    let ask = context.words.text(key::ASK_YES_NO, &[("question", (&question).into())]);
    loop {
        let answer = answer(context, &ask)?.unwrap_or_default();
        let is = |keys: [Key; 2]| keys.iter().any(|key| context.words.say(*key) == answer);
        if is([key::ANSWER_YES, key::ANSWER_Y]) {
            return Ok(true);
        }
        if answer.is_empty() || is([key::ANSWER_NO, key::ANSWER_N]) {
            context.output.line(&context.words.say(key::LEFT_AS_IT_WAS))?;
            return Ok(false);
        }
        writeln!(io::stderr(), "{}", context.words.say(key::ASK_AGAIN))?;
    }
}

/// One line from the terminal, in lower case and without space around it; none at the end of input.
pub fn answer(context: &Context, ask: &str) -> Outcome<Option<String>> {
    if context.output.json || !io::stdin().is_terminal() {
        return Err(Failure::NeedsAnswer);
    }
    write!(io::stderr(), "{ask} ")?;
    io::stderr().flush()?;
    let mut line = String::new();
    let read = interrupt::while_asking(|| io::stdin().read_line(&mut line))?;
    Ok((read > 0).then(|| line.trim().to_lowercase()))
}
