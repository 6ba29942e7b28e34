//! Reads a write-ahead log from outside SQLite: whose it is, and how far it is whole. The header of the
//! log and of each frame is plain, and the checksums run over the sealed pages (SQLite file format, 4).

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use super::fields::Fields;
use super::files;
use super::guard::PAGE_BYTES;
use super::head::WalSalts;
use crate::error::Result;

const HEADER_BYTES: usize = 32;
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
    /// Transactions of the same log that end after the first frame that is not whole. A power cut can
    /// leave one, which nobody was told of, as each is synced before the next begins. More is damage.
    pub beyond: usize,
}

/// The salts of a log, or `None` if no page has been written to it.
///
/// # Errors
/// [`crate::Error::File`] and its kin.
pub fn salts(path: &Path) -> Result<Option<WalSalts>> {
    if files::length(path)? < (HEADER_BYTES + FRAME_BYTES) as u64 {
        return Ok(None);
    }
    let header = files::read(path, HEADER_BYTES)?.unwrap_or_default();
    Ok(header.get(16..24).and_then(|salts| salts.try_into().ok()))
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
    let mut log = Log { salts, whole: 0, beyond: 0 };
    let mut sum = Sum::of_header(&header);
    let mut frame = [0; FRAME_BYTES];
    while file.read_exact(&mut frame).is_ok() {
        if let Some(commits) = Frame::parse(&frame, salts) {
            sum = sum.and_then(|sum| sum.over_frame(&frame, commits));
            let ends = usize::from(commits.ends_transaction);
            if sum.is_some() { log.whole += ends } else { log.beyond += ends }
        } else {
            sum = None;
        }
    }
    Ok(Some(log))
}

/// What the header of a frame says.
#[derive(Clone, Copy)]
struct Frame {
    ends_transaction: bool,
    sum: (u32, u32),
}

impl Frame {
    /// `None` for a frame of another log.
    fn parse(frame: &[u8], salts: WalSalts) -> Option<Self> {
        let mut fields = Fields::new(frame);
        fields.take::<4>()?;
        let size = u32::from_be_bytes(fields.take()?);
        let of_this_log = fields.take::<8>()? == salts;
        let sum = (u32::from_be_bytes(fields.take()?), u32::from_be_bytes(fields.take()?));
        of_this_log.then_some(Self { ends_transaction: size != 0, sum })
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
