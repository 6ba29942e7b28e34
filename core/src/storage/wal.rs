//! Reads a write-ahead log from outside SQLite: whose it is, and how far it is whole. The header of the
//! log and of each frame is plain, and the checksums run over the sealed pages (SQLite file format, 4).

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use super::connection::PAGE_BYTES;
use super::fields::Fields;
use super::head::WalSalts;
use crate::error::Result;

const HEADER_BYTES: usize = 32;
const SALTS_AT: u64 = 16;
const FRAME_HEADER_BYTES: usize = 24;
const FRAME_BYTES: usize = FRAME_HEADER_BYTES + PAGE_BYTES as usize;
/// The lowest bit says whether checksums are big-endian.
const MAGIC: u32 = 0x377f_0682;

/// What a log holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Log {
    /// The pair of salts that tells this log from any other.
    pub salts: WalSalts,
    /// Transactions that are whole: what SQLite will read.
    pub whole: usize,
    /// Where in the file the last of them ends, in bytes.
    pub whole_bytes: u64,
    /// Transactions of the same log that end after the first frame that is not whole. A power cut or
    /// a kill can leave one, which nobody was told of, as each is synced before the next begins. More is damage.
    pub beyond: usize,
}

/// A log that has been begun. Behind what it holds itself the file may hold pages of logs before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Begun {
    /// The pair of salts that tells this log from any other.
    pub salts: WalSalts,
    /// Length of its file.
    pub bytes: u64,
}

/// What is seen of a log without reading its pages, or `None` if its file has room for none.
///
/// # Errors
/// [`crate::Error::File`] and its kin.
pub fn begun(path: &Path) -> Result<Option<Begun>> {
    let mut file = match File::open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        opened => opened?,
    };
    // Not by `metadata`: whoever asks Linux for a file's times makes its next sync write the inode too.
    let bytes = file.seek(SeekFrom::End(0))?;
    if bytes < (HEADER_BYTES + FRAME_BYTES) as u64 {
        return Ok(None);
    }
    let mut salts = [0; 8];
    file.seek(SeekFrom::Start(SALTS_AT))?;
    file.read_exact(&mut salts)?;
    Ok(Some(Begun { salts, bytes }))
}

/// The salts of a log, or `None` if no page has been written to it.
///
/// # Errors
/// [`crate::Error::File`] and its kin.
pub fn salts(path: &Path) -> Result<Option<WalSalts>> {
    Ok(begun(path)?.map(|log| log.salts))
}

/// Reads a log to its end, or `None` if no page has been written to it.
///
/// # Errors
/// [`crate::Error::File`] and its kin.
pub fn read(path: &Path) -> Result<Option<Log>> {
    let Some(salts) = salts(path)? else {
        return Ok(None);
    };
    let mut file = BufReader::with_capacity(1 << 18, File::open(path)?);
    let mut header = [0; HEADER_BYTES];
    file.read_exact(&mut header)?;
    let mut log = Log { salts, whole: 0, whole_bytes: HEADER_BYTES as u64, beyond: 0 };
    let mut at = HEADER_BYTES as u64;
    let mut sum = Sum::of_header(&header);
    let mut frame = [0; FRAME_BYTES];
    while file.read_exact(&mut frame).is_ok() {
        at += FRAME_BYTES as u64;
        let said = Frame::parse(&frame).filter(|said| said.salts == salts);
        let next = said.and_then(|said| sum?.over_frame(&frame, said));
        let ends = said.is_some_and(|said| said.ends_transaction);
        match (sum, next) {
            (_, Some(_)) if ends => {
                log.whole += 1;
                log.whole_bytes = at;
            }
            (_, Some(_)) => {}
            (Some(before), None) => log.beyond += usize::from(ends || before.ended_here(&frame)),
            (None, None) => log.beyond += usize::from(ends),
        }
        sum = next;
    }
    Ok(Some(log))
}

/// What the header of a frame says.
#[derive(Clone, Copy)]
struct Frame {
    ends_transaction: bool,
    salts: WalSalts,
    sum: (u32, u32),
}

impl Frame {
    fn parse(frame: &[u8]) -> Option<Self> {
        let mut fields = Fields::new(frame);
        fields.take::<4>()?;
        let size = u32::from_be_bytes(fields.take()?);
        let salts = fields.take::<8>()?;
        let sum = (u32::from_be_bytes(fields.take()?), u32::from_be_bytes(fields.take()?));
        Some(Self { ends_transaction: size != 0, salts, sum })
    }
}

/// The running checksum, which starts with the header's own.
#[derive(Clone, Copy)]
struct Sum {
    big_endian: bool,
    sum: (u32, u32),
}

impl Sum {
    fn of_header(header: &[u8]) -> Option<Self> {
        let (summed, given) = header.split_at_checked(24)?;
        let magic = u32::from_be_bytes(*summed.first_chunk()?);
        let start = Self { big_endian: magic & 1 == 1, sum: (0, 0) }.over(summed);
        let mut fields = Fields::new(given);
        let given = (u32::from_be_bytes(fields.take()?), u32::from_be_bytes(fields.take()?));
        (magic & !1 == MAGIC && start.sum == given).then_some(start)
    }

    fn over_frame(self, frame: &[u8], said: Frame) -> Option<Self> {
        let sum = self.over(frame.get(..8)?).over(frame.get(FRAME_HEADER_BYTES..)?);
        (sum.sum == said.sum).then_some(sum)
    }

    /// Whether a frame that is not whole was the end of a transaction all the same. The checksum leaves out
    /// the salts, so it shows a frame in which only they are damaged; and the size in the frame, which is
    /// not zero only at an end, can have lost its one bit: sizes are powers of two (`level`).
    fn ended_here(self, frame: &[u8]) -> bool {
        let mut mended = frame.to_vec();
        let found = Frame::parse(frame).filter(|found| self.over_frame(frame, *found).is_some());
        found.is_some_and(|found| found.ends_transaction)
            || (0..u32::BITS).any(|bit| {
                if let Some(size) = mended.get_mut(4..8) {
                    size.copy_from_slice(&(1_u32 << bit).to_be_bytes());
                }
                Frame::parse(&mended).is_some_and(|said| self.over_frame(&mended, said).is_some())
            })
    }

    fn over(self, bytes: &[u8]) -> Self {
        let (mut one, mut two) = self.sum;
        for pair in bytes.chunks_exact(8) {
            let (left, right) = pair.split_at(4);
            one = one.wrapping_add(self.word(left)).wrapping_add(two);
            two = two.wrapping_add(self.word(right)).wrapping_add(one);
        }
        Self { sum: (one, two), ..self }
    }

    fn word(self, bytes: &[u8]) -> u32 {
        let bytes = bytes.first_chunk().copied().unwrap_or_default();
        if self.big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) }
    }
}
