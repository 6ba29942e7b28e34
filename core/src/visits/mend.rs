//! Takes out of salvaged rows what is no visit, so that it does not end a rescue.

use rusqlite::Transaction;

use super::store;
use crate::error::Result;

/// Looks at each row that was moved out of a damaged vault. Answers how many were no visits and went.
///
/// # Errors
/// Those of the engine.
pub fn run(tx: &Transaction<'_>) -> Result<u64> {
    let mut bodies = tx.prepare("SELECT row, body FROM visit")?;
    let mut rows = bodies.query([])?;
    let mut broken: Vec<i64> = Vec::new();
    while let Some(row) = rows.next()? {
        // A text that is no UTF-8 is none, too.
        let is_visit = row.get_ref(1)?.as_str().is_ok_and(|body| store::of_body(body).is_some());
        if !is_visit {
            broken.push(row.get(0)?);
        }
    }
    let mut delete = tx.prepare("DELETE FROM visit WHERE row = ?1")?;
    broken.iter().try_for_each(|row| delete.execute([row]).map(drop))?;
    Ok(broken.len() as u64)
}
