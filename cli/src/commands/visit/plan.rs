//! `visit plan`: what to say, what helps, what not to ask about.

use clap::Args;
use fernbook_core::screens::visit;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::visits::plan::Plan;
use fernbook_core::visits::store;
use fernbook_core::words::key;
use serde_json::json;

use super::{Which, change};
use crate::context::Context;
use crate::failure::Outcome;

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook visit plan 3f2a
  fernbook visit plan 3f2a --say 'My sleep' --say 'The letter'
  fernbook visit plan 3f2a --helps 'The door open' --helps 'A break when I ask'
  fernbook visit plan 3f2a --not-ask 'My old address'";

/// What `visit plan` takes.
#[derive(Args)]
pub struct PlanArguments {
    #[command(flatten)]
    which: Which,
    /// What to say, in your order: up to three, in the place of those before
    #[arg(long, value_name = "TEXT")]
    say: Vec<String>,
    /// What helps you there, in the place of what stood there
    #[arg(long, value_name = "TEXT")]
    helps: Vec<String>,
    /// What not to ask about; empty takes it out
    #[arg(long, value_name = "TEXT")]
    not_ask: Option<String>,
    /// Begin the plan anew
    #[arg(long)]
    clear: bool,
}

/// Shows the plan, or changes it.
pub fn run(context: &Context, notebook: &mut Notebook, arguments: &PlanArguments) -> Outcome<()> {
    let id = arguments.which.of(notebook)?;
    let before = notebook.read(|conn| store::get(conn, id))?.visit;
    let plan = arguments.changed(before.plan.clone());
    if plan != before.plan {
        return change::put(context, notebook, id, fernbook_core::visits::visit::Visit { plan, ..before });
    }
    let words = &context.words;
    let choices = notebook.read(|conn| visit::choices(conn, words))?;
    if context.output.json {
        let Plan { say, helps, not_ask } = plan;
        let all = json!({ "say": say, "helps": helps, "not_ask": not_ask, "to_choose_from": choices.helps });
        return context.output.value(&all);
    }
    tell(context, &plan)?;
    if choices.helps.is_empty() {
        return Ok(());
    }
    context.output.line(&format!("\n{}", words.say(key::PLAN_LIST)))?;
    choices.helps.iter().try_for_each(|help| context.output.line_hanging(&format!("  {help}"), 4))
}

impl PlanArguments {
    fn changed(&self, before: Plan) -> Plan {
        let before = if self.clear { Plan::default() } else { before };
        let given = |given: &[String], before: Vec<String>| {
            if given.is_empty() { before } else { given.to_vec() }
        };
        Plan {
            say: given(&self.say, before.say),
            helps: given(&self.helps, before.helps),
            not_ask: self.not_ask.clone().unwrap_or(before.not_ask),
        }
    }
}

/// Tells a plan, as far as there is one.
pub fn tell(context: &Context, plan: &Plan) -> Outcome<()> {
    let heading = |key| context.output.line(&format!("\n{}", context.words.say(key)));
    let line = |text: &String| context.output.line_hanging(&format!("  {text}"), 4);
    for (title, lines) in [(key::PLAN_SAY, &plan.say), (key::PLAN_HELPS, &plan.helps)] {
        if !lines.is_empty() {
            heading(title)?;
            lines.iter().try_for_each(line)?;
        }
    }
    if plan.not_ask.is_empty() {
        return Ok(());
    }
    heading(key::PLAN_NOT_ASK)?;
    line(&plan.not_ask)
}
