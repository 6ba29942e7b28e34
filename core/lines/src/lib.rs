//! Reads what lists and searches take from the database row by row: the lines of notes, and the numbers that a search goes
//! through by the thousand before it shows fifty of them. A crate of its own, so that it can be quick where the core is
//! small (`docs/decisions/0015-size.md`).

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::{Result, Row, Rows};

/// What a statement selects from `note` first, to be read by [`read`]. Topics come along as `folded␟name␞…` (no name has
/// control characters), sorted when they are read: a statement of its own for each line takes three times as long.
#[macro_export]
macro_rules! columns {
    () => {
        "id, at, zone, title, pinned, binned,
        (SELECT count(*) FROM attachment WHERE attachment.note = note.row),
        (SELECT group_concat(topic.folded || char(31) || topic.name, char(30))
         FROM note_topic JOIN topic ON topic.row = note_topic.topic WHERE note_topic.note = note.row)"
    };
}

/// How many columns those are.
pub const COLUMNS: usize = 8;

/// A note in a list, as the database has it.
pub struct Line<'row> {
    /// Its id.
    pub id: [u8; 16],
    /// When what it tells was, in milliseconds of UTC.
    pub at: i64,
    /// The IANA name of where.
    pub zone: &'row str,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// Whether it stands before all others.
    pub pinned: bool,
    /// When it was put in the bin, if it lies there, in milliseconds of UTC.
    pub binned: Option<i64>,
    /// How many attachments it has.
    pub attachments: u32,
    /// Names of its topics, in the order of the folded ones.
    pub topics: Vec<String>,
}

/// Reads [`columns`].
///
/// # Errors
/// Where one of them is of another kind.
pub fn read<'row>(row: &'row Row<'_>) -> Result<Line<'row>> {
    Ok(Line {
        id: row.get(0)?,
        at: row.get(1)?,
        zone: row.get_ref(2)?.as_str()?,
        title: row.get(3)?,
        pinned: row.get(4)?,
        binned: row.get(5)?,
        attachments: row.get(6)?,
        topics: row.get_ref(7)?.as_str_or_null()?.map(topics).unwrap_or_default(),
    })
}

fn topics(joined: &str) -> Vec<String> {
    let mut pairs: Vec<_> = joined.split('\u{1e}').filter_map(|pair| pair.split_once('\u{1f}')).collect();
    pairs.sort_unstable();
    pairs.into_iter().map(|(_, name)| name.to_owned()).collect()
}

/// The first column of every row that is left.
///
/// # Errors
/// Those of the statement; also where it is no whole number.
pub fn numbers(rows: &mut Rows<'_>) -> Result<Vec<i64>> {
    let mut numbers = Vec::new();
    while let Some(row) = rows.next()? {
        numbers.push(row.get_ref(0)?.as_i64()?);
    }
    Ok(numbers)
}

/// The next row whose first column is one of these, which are in order; none if there is none left.
///
/// # Errors
/// Those of the statement; also where it is no whole number.
pub fn next_among<'rows, 'stmt>(
    rows: &'rows mut Rows<'stmt>,
    wanted: &[i64],
) -> Result<Option<&'rows Row<'stmt>>> {
    loop {
        (*rows).advance()?;
        let Some(row) = (*rows).get() else { break };
        if wanted.binary_search(&row.get_ref(0)?.as_i64()?).is_ok() {
            break;
        }
    }
    Ok((*rows).get())
}
