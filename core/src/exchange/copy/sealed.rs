//! The sealed file: a tar (POSIX ustar) inside an `age` file (age-encryption.org/v1) to a passphrase,
//! written and read as a stream. Nothing of it is ever on disk in clear.

use std::io::{self, BufRead, Read, Write};

use age::scrypt::{Identity, Recipient};
use age::secrecy::SecretString;
use age::stream::{StreamReader, StreamWriter};
use age::{DecryptError, Decryptor, Encryptor};
use tar::{EntryType, Header};

use super::layout::is_plain;
use crate::crypto::words::Words;
use crate::error::{Error, Part, Result, Thing};

/// log2 of scrypt's N. The words carry the strength; more would need memory that a phone may not have.
const WORK_FACTOR: u8 = 15;
/// The most that is taken on for a file made elsewhere: 1 GiB of memory.
const MAX_WORK_FACTOR: u8 = 20;
/// A header to a passphrase takes some 200 bytes; a longer one is not read into memory.
const MAX_HEADER: usize = 4096;
/// Most files in one copy.
const MAX_FILES: u64 = 4_000_000;
/// Most bytes after the end of the tar (tar programs fill up a block of 10 KiB or more).
const MAX_PADDING: u64 = 1 << 20;

const BLOCK: u64 = 512;
const DAMAGED: Error = Error::Damaged { part: Part::Copy };
const NOT_A_COPY: Error = Error::NotUnderstood { what: Thing::Copy };

/// Takes the files of a copy one after the other. `fill` must write exactly `size` bytes.
pub trait FileSink {
    /// Writes one file.
    ///
    /// # Errors
    /// What writing or `fill` gives, and [`Error::Internal`] if `fill` wrote another number of bytes.
    fn file(
        &mut self,
        name: &str,
        size: u64,
        fill: &mut dyn FnMut(&mut dyn Write) -> Result<()>,
    ) -> Result<()>;
}

/// Gets the files of a copy one after the other.
pub trait FileVisitor {
    /// Takes one file; what is left unread of `content` is passed over.
    ///
    /// # Errors
    /// Whatever makes reading stop.
    fn file(&mut self, name: &str, size: u64, content: &mut dyn Read) -> Result<()>;
}

/// A sealed file being written.
pub struct SealedWriter<W: Write> {
    out: StreamWriter<W>,
}

impl<W: Write> SealedWriter<W> {
    /// Derives the key and writes the header. `out` should be buffered.
    ///
    /// # Errors
    /// What writing gives.
    pub fn new(out: W, words: &Words) -> Result<Self> {
        Self::with_work_factor(out, words, WORK_FACTOR)
    }

    /// As [`Self::new`] at another cost, for tests that open thousands of files.
    pub(crate) fn with_work_factor(out: W, words: &Words, log_n: u8) -> Result<Self> {
        Ok(Self { out: stream(out, words, log_n)? })
    }

    /// Writes the end; without it the file can't be opened.
    ///
    /// # Errors
    /// What writing gives.
    pub fn finish(mut self) -> Result<W> {
        self.out.write_all(&[0; 2 * BLOCK as usize])?;
        Ok(self.out.finish()?)
    }
}

/// One `age` file of whatever is written, without a tar in it; the caller has to finish it.
///
/// # Errors
/// What writing gives.
pub fn one_file<W: Write>(out: W, words: &Words) -> Result<StreamWriter<W>> {
    stream(out, words, WORK_FACTOR)
}

fn stream<W: Write>(out: W, words: &Words, log_n: u8) -> Result<StreamWriter<W>> {
    let mut recipient = Recipient::new(passphrase(words));
    recipient.set_work_factor(log_n);
    let recipients = std::iter::once(&recipient as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(recipients).map_err(|_| Error::Internal { code: -40 })?;
    Ok(encryptor.wrap_output(out)?)
}

impl<W: Write> FileSink for SealedWriter<W> {
    fn file(
        &mut self,
        name: &str,
        size: u64,
        fill: &mut dyn FnMut(&mut dyn Write) -> Result<()>,
    ) -> Result<()> {
        self.out.write_all(header(name, size)?.as_bytes())?;
        let mut counted = Counted { out: &mut self.out, bytes: 0 };
        fill(&mut counted)?;
        if counted.bytes != size {
            return Err(Error::Internal { code: -41 });
        }
        let rest = size.next_multiple_of(BLOCK) - size;
        io::copy(&mut io::repeat(0).take(rest), &mut self.out)?;
        Ok(())
    }
}

/// The same for every person and machine: nothing in it tells who wrote it, where or when.
fn header(name: &str, size: u64) -> Result<Header> {
    let mut header = Header::new_ustar();
    header.set_path(name)?;
    header.set_entry_type(EntryType::Regular);
    header.set_mode(0o600);
    header.set_uid(0);
    header.set_gid(0);
    header.set_mtime(0);
    header.set_size(size);
    header.set_cksum();
    Ok(header)
}

/// Passes bytes on and counts them. Into [`io::sink`] it tells how long something will be.
pub struct Counted<W> {
    /// Where the bytes go.
    pub out: W,
    /// How many there were.
    pub bytes: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let written = self.out.write(buffer)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Opens a sealed file and hands each file in it to `visitor`. When this returns `Ok`, the file was whole
/// to its last byte.
///
/// # Errors
/// [`Error::NotUnderstood`] if it is no `age` file to a passphrase, [`Error::Newer`] for a later `age`,
/// [`Error::WrongSecret`] for other words (or a flipped bit where the words are checked, which can't be
/// told apart), [`Error::Damaged`] if it is cut short or changed, or holds a link, a device or a name that
/// leads outside; and what `visitor` answers.
pub fn read<R: Read>(input: R, words: &Words, visitor: &mut dyn FileVisitor) -> Result<()> {
    read_opened(open(input, words)?, visitor)
}

/// What lies behind the words: hands each file of a tar to `visitor`.
///
/// # Errors
/// [`Error::Damaged`] and [`Error::TooLarge`], as [`read`]; and what `visitor` answers.
pub fn read_opened<R: Read>(input: R, visitor: &mut dyn FileVisitor) -> Result<()> {
    let mut archive = tar::Archive::new(input);
    let mut files = 0;
    // Raw: no long names, sparse files or extensions, each of which would be read into memory whole.
    for entry in archive.entries().map_err(read_error)?.raw(true) {
        let mut entry = entry.map_err(read_error)?;
        files += 1;
        if files > MAX_FILES {
            return Err(Error::TooLarge { what: Thing::Copy });
        }
        let Some(name) = file_name(&entry)? else { continue };
        let size = entry.size();
        visitor.file(&name, size, &mut entry)?;
    }
    let mut rest = archive.into_inner();
    let padding = io::copy(&mut Read::by_ref(&mut rest).take(MAX_PADDING + 1), &mut io::sink());
    if padding.map_err(read_error)? > MAX_PADDING { Err(DAMAGED) } else { Ok(()) }
}

/// The name of a regular file; nothing for a folder or an extended header, which hold nothing of ours.
fn file_name<R: Read>(entry: &tar::Entry<'_, R>) -> Result<Option<String>> {
    match entry.header().entry_type() {
        EntryType::Regular | EntryType::Continuous => {}
        EntryType::Directory | EntryType::XHeader | EntryType::XGlobalHeader => return Ok(None),
        _ => return Err(DAMAGED),
    }
    let name = entry.header().path_bytes();
    let name = std::str::from_utf8(&name).map_err(|_| DAMAGED)?;
    let name = name.strip_prefix("./").unwrap_or(name);
    if is_plain(name) { Ok(Some(name.to_owned())) } else { Err(DAMAGED) }
}

type Opened<R> = StreamReader<io::BufReader<io::Chain<io::Cursor<Vec<u8>>, R>>>;

fn open<R: Read>(mut input: R, words: &Words) -> Result<Opened<R>> {
    let mut start = Vec::with_capacity(MAX_HEADER);
    Read::by_ref(&mut input).take(MAX_HEADER as u64).read_to_end(&mut start)?;
    check_header(&start)?;
    let whole = io::BufReader::with_capacity(1 << 16, io::Cursor::new(start).chain(input));
    let decryptor = Decryptor::new_buffered(whole).map_err(open_error)?;
    if !decryptor.is_scrypt() {
        return Err(NOT_A_COPY);
    }
    let mut identity = Identity::new(passphrase(words));
    identity.set_max_work_factor(MAX_WORK_FACTOR);
    decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(open_error)
}

/// Refuses what isn't an `age` file, and a header that doesn't end within [`MAX_HEADER`], before the
/// parser takes it into memory.
fn check_header(start: &[u8]) -> Result<()> {
    let mut lines = start;
    let mut line = Vec::new();
    let _ = lines.read_until(b'\n', &mut line)?;
    match line.strip_prefix(b"age-encryption.org/v") {
        Some(b"1\n") => {}
        Some([b'2'..=b'9', ..]) => return Err(Error::Newer { part: Part::Copy }),
        _ => return Err(NOT_A_COPY),
    }
    if start.windows(5).any(|five| five == b"\n--- ") { Ok(()) } else { Err(DAMAGED) }
}

fn passphrase(words: &Words) -> SecretString {
    SecretString::from(words.phrase().to_owned())
}

fn open_error(error: DecryptError) -> Error {
    match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            Error::WrongSecret
        }
        DecryptError::ExcessiveWork { .. } => Error::TooLarge { what: Thing::Copy },
        DecryptError::UnknownFormat => Error::Newer { part: Part::Copy },
        DecryptError::Io(error) => read_error(error),
        _ => DAMAGED,
    }
}

/// An error with a number of the system is the disk's; any other comes from a format that doesn't hold.
pub(super) fn read_error(error: io::Error) -> Error {
    if error.raw_os_error().is_some() { error.into() } else { DAMAGED }
}

#[cfg(test)]
mod tests;
