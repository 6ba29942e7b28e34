//! Pictures, sounds and other files of a note: the bytes as they came, in rows of 256 KiB, never all in
//! memory. What may be shown of a picture is for [`picture`].

use std::io::{Read, Write};

use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use super::picture::{self, Cleaned};
use super::{media_type, stored, tombstone};
use crate::error::{Error, Part, Result, Thing};
use crate::id::{AttachmentId, NoteId};
use crate::progress::{self, Watch};
use crate::time::Moment;

/// Bytes in a row; the last of an attachment has fewer.
pub const CHUNK_BYTES: usize = 256 << 10;
/// The largest file taken, in bytes.
pub const LARGEST: u64 = 2 << 30;
/// The longest name kept, in bytes of UTF-8.
pub const LONGEST_NAME: usize = 200;

/// An attachment, without its bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// The note it belongs to.
    pub note: NoteId,
    /// Its file name, without a folder.
    pub name: String,
    /// Its media type (RFC 6838), told from its bytes.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u64,
    /// When it was attached.
    pub added: Moment,
}

/// What to attach.
pub struct NewAttachment<'a> {
    /// The id it had in a copy; none makes a new one.
    pub id: Option<AttachmentId>,
    /// The note.
    pub note: NoteId,
    /// A file name; folders and characters that could mislead are taken out.
    pub name: &'a str,
    /// When it was attached.
    pub added: Moment,
}

/// Reads a file to its end into the vault. Progress is in bytes, without a total. If it fails nothing
/// of it stays.
///
/// # Errors
/// [`Error::NotFound`] if there is no such note; [`Error::AlreadyThere`] if the id is or was in use;
/// [`Error::TooLarge`]; [`Error::Stopped`]; [`Error::File`] and the like from `input`.
pub fn add(
    tx: &Transaction<'_>,
    new: &NewAttachment<'_>,
    input: &mut dyn Read,
    watch: &mut Watch<'_>,
) -> Result<AttachmentId> {
    let note = stored::row_of(tx, new.note)?;
    let id = fresh_id(tx, new.id)?;
    let mut insert = tx.prepare_cached(
        "INSERT INTO attachment (id, note, name, media_type, size, added) VALUES (?1, ?2, ?3, '', 0, ?4)",
    )?;
    let row = insert.insert((id, note, clean_name(new.name), new.added))?;
    let stored = store(tx, row, input, watch);
    if stored.is_err() {
        tx.prepare_cached("DELETE FROM attachment WHERE row = ?1")?.execute([row])?;
    }
    stored.map(|()| id)
}

fn fresh_id(tx: &Transaction<'_>, wanted: Option<AttachmentId>) -> Result<AttachmentId> {
    let Some(id) = wanted else { return AttachmentId::make() };
    let lives = tx.prepare_cached("SELECT 1 FROM attachment WHERE id = ?1")?.exists([id])?;
    if lives || tombstone::is_buried(tx, id.0)? { Err(Error::AlreadyThere) } else { Ok(id) }
}

fn store(tx: &Transaction<'_>, row: i64, input: &mut dyn Read, watch: &mut Watch<'_>) -> Result<()> {
    let mut insert =
        tx.prepare_cached("INSERT INTO attachment_chunk (attachment, seq, bytes) VALUES (?1, ?2, ?3)")?;
    let mut chunk = Vec::with_capacity(CHUNK_BYTES);
    let (mut size, mut kind) = (0_u64, None);
    for seq in 0.. {
        chunk.clear();
        (&mut *input).take(CHUNK_BYTES as u64).read_to_end(&mut chunk)?;
        kind.get_or_insert_with(|| media_type::sniff(&chunk));
        if chunk.is_empty() {
            break;
        }
        size += chunk.len() as u64;
        if size > LARGEST {
            return Err(Error::TooLarge { what: Thing::Attachment });
        }
        insert.execute((row, seq, &chunk))?;
        progress::tell(watch, size, 0)?;
    }
    let mut update = tx.prepare_cached("UPDATE attachment SET media_type = ?2, size = ?3 WHERE row = ?1")?;
    update.execute((row, kind.unwrap_or(media_type::UNKNOWN), size.cast_signed()))?;
    Ok(())
}

const COLUMNS: &str = "SELECT attachment.id, note.id, name, media_type, size, added
    FROM attachment JOIN note ON note.row = attachment.note";

/// What is known of an attachment.
///
/// # Errors
/// [`Error::NotFound`].
pub fn info(conn: &Connection, id: AttachmentId) -> Result<Attachment> {
    let mut select = conn.prepare_cached(&format!("{COLUMNS} WHERE attachment.id = ?1"))?;
    select.query_row([id], read).optional()?.ok_or(NO_ATTACHMENT)
}

const NO_ATTACHMENT: Error = Error::NotFound { what: Thing::Attachment };

/// The attachments of a note, oldest first.
pub(super) fn of_note(conn: &Connection, note: i64) -> Result<Vec<Attachment>> {
    let mut select =
        conn.prepare_cached(&format!("{COLUMNS} WHERE attachment.note = ?1 ORDER BY attachment.row"))?;
    let found = select.query_map([note], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Attachment> {
    Ok(Attachment {
        id: row.get(0)?,
        note: row.get(1)?,
        name: row.get(2)?,
        media_type: row.get(3)?,
        size: row.get::<_, i64>(4)?.cast_unsigned(),
        added: row.get(5)?,
    })
}

/// Writes the bytes as they came. Progress is in bytes.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Damaged`] if a row is missing; [`Error::Stopped`]; those of `output`.
pub fn copy_to(
    conn: &Connection,
    id: AttachmentId,
    output: &mut dyn Write,
    watch: &mut Watch<'_>,
) -> Result<()> {
    let total = info(conn, id)?.size;
    let mut select = conn.prepare_cached(
        "SELECT bytes FROM attachment_chunk
         WHERE attachment = (SELECT row FROM attachment WHERE id = ?1) ORDER BY seq",
    )?;
    let mut rows = select.query([id])?;
    let mut done = 0;
    while let Some(row) = rows.next()? {
        let bytes = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
        output.write_all(bytes)?;
        done += bytes.len() as u64;
        progress::tell(watch, done, total)?;
    }
    if done == total { Ok(()) } else { Err(Error::Damaged { part: Part::Vault }) }
}

/// An attachment as it is shown.
pub struct ShownAttachment {
    /// Its media type (RFC 6838), told from its bytes.
    pub media_type: String,
    /// Its bytes; of a picture without what a camera wrote into it, if it could be read as one.
    pub bytes: Vec<u8>,
    /// Whether what a camera or a program wrote into it is out.
    pub cleaned: bool,
}

/// An attachment to be shown or played on this device. What is no picture, or can't be read as one, is hers
/// to see as it is. Progress is in bytes.
///
/// # Errors
/// Those of [`copy_to`].
pub fn shown(conn: &Connection, id: AttachmentId, watch: &mut Watch<'_>) -> Result<ShownAttachment> {
    let media_type = info(conn, id)?.media_type;
    let mut bytes = Vec::new();
    copy_to(conn, id, &mut bytes, watch)?;
    Ok(match picture::clean(&media_type, &bytes) {
        Ok(Cleaned::Picture(bytes)) => ShownAttachment { media_type, bytes, cleaned: true },
        Ok(Cleaned::CannotClean) | Err(_) => ShownAttachment { media_type, bytes, cleaned: false },
    })
}

/// Deletes an attachment for good.
///
/// # Errors
/// [`Error::NotFound`].
pub fn remove(tx: &Transaction<'_>, id: AttachmentId) -> Result<()> {
    let mut delete = tx.prepare_cached("DELETE FROM attachment WHERE id = ?1 RETURNING version")?;
    let version = delete.query_row([id], |row| row.get(0)).optional()?.ok_or(NO_ATTACHMENT)?;
    tombstone::bury(tx, id.0, version)
}

/// Deletes all attachments of a note for good.
pub(super) fn remove_all(tx: &Transaction<'_>, note: i64) -> Result<()> {
    of_note(tx, note)?.into_iter().try_for_each(|attachment| remove(tx, attachment.id))
}

fn clean_name(name: &str) -> String {
    kept_name(name).unwrap_or_else(|| "file".to_string())
}

/// A file name as it is kept: one on every system, that climbs nowhere and reads as it is. None if nothing
/// is left of it. Kept once more it stays the same.
#[must_use]
pub fn kept_name(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown: String = last.chars().filter(|c| !misleads(*c)).map(portable).collect();
    let shown = shown.trim_matches(is_edge);
    (!shown.is_empty()).then(|| shorten(shown))
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || c == '.'
}

fn misleads(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{61c}' | '\u{feff}' | '\u{ad}')
}

fn portable(c: char) -> char {
    if matches!(c, ':' | '*' | '?' | '"' | '<' | '>' | '|') { '_' } else { c }
}

/// Cuts the middle of a name that is too long, so that what tells its kind stays.
fn shorten(name: &str) -> String {
    let (stem, end) = match name.rfind('.') {
        Some(dot) if name.len() - dot <= 16 => name.split_at(dot),
        _ => (name, ""),
    };
    let room = LONGEST_NAME.saturating_sub(end.len());
    let cut = stem.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|at| *at <= room).last();
    let stem = stem.get(..cut.unwrap_or(0)).unwrap_or_default();
    format!("{}{end}", stem.trim_end_matches(is_edge))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_climb_nowhere_and_read_as_they_are() {
        assert_eq!(clean_name("../../etc/passwd"), "passwd");
        assert_eq!(clean_name("C:\\Users\\me\\photo.jpg"), "photo.jpg");
        assert_eq!(clean_name("gpj.\u{202e}exe\0\n"), "gpj.exe");
        assert_eq!(clean_name(".."), "file");
        assert_eq!(clean_name("a:b?.png"), "a_b_.png");
        assert_eq!(clean_name("Zoë 🌱.webp"), "Zoë 🌱.webp");
        let long = clean_name(&format!("{}.jpeg", "é".repeat(500)));
        assert!(long.len() <= LONGEST_NAME && long.ends_with("é.jpeg"));
    }

    proptest::proptest! {
        #[test]
        fn a_kept_name_stays_as_it_is(name in "[a. /:\u{202e}写]{0,9}(写{60,70}|b{195,205}|[. ]{190,205}c)?[a. ]{0,20}") {
            let kept = clean_name(&name);
            proptest::prop_assert!(kept.len() <= LONGEST_NAME && !kept.is_empty());
            proptest::prop_assert_eq!(clean_name(&kept), kept);
        }
    }
}
