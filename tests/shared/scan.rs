//! Looks for words, and for pieces of them, in bytes that should hold none.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// Letters of the shortest piece that is looked for.
pub const PIECE: usize = 8;

/// Pieces of words, as they would stand in UTF-8 and in both forms of UTF-16.
pub struct Pieces {
    narrow: HashSet<Vec<u8>>,
    wide: HashSet<Vec<u8>>,
    begins: Vec<bool>,
}

impl Pieces {
    /// Every piece of 8 bytes of these words, and as many letters in UTF-16.
    #[must_use]
    pub fn of(words: &[&str]) -> Self {
        let pieces = words.iter().flat_map(|word| word.as_bytes().windows(PIECE));
        Self::exactly(pieces)
    }

    /// These pieces of 8 bytes and no others.
    #[must_use]
    pub fn exactly<'a>(pieces: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut found = Self { narrow: HashSet::new(), wide: HashSet::new(), begins: vec![false; 65536] };
        for piece in pieces {
            found.narrow.insert(piece.to_vec());
            if piece.is_ascii() {
                found.wide.insert(piece.iter().flat_map(|byte| [*byte, 0]).collect());
                found.wide.insert(piece.iter().flat_map(|byte| [0, *byte]).collect());
            }
        }
        for piece in found.narrow.iter().chain(&found.wide) {
            found.begins[usize::from(piece[0]) << 8 | usize::from(piece[1])] = true;
        }
        found
    }

    /// Where the first piece stands.
    #[must_use]
    pub fn find(&self, bytes: &[u8]) -> Option<usize> {
        let may_begin = |pair: &[u8]| self.begins[usize::from(pair[0]) << 8 | usize::from(pair[1])];
        bytes.windows(2).enumerate().filter(|(_, pair)| may_begin(pair)).map(|(at, _)| at).find(|at| {
            let rest = &bytes[*at..];
            let has = |set: &HashSet<Vec<u8>>, length| rest.get(..length).is_some_and(|b| set.contains(b));
            has(&self.narrow, PIECE) || has(&self.wide, 2 * PIECE)
        })
    }

    /// All files under a folder that hold a piece, or have one in their name.
    ///
    /// # Panics
    /// If a file can't be read.
    #[must_use]
    pub fn files_with(&self, folder: &Path) -> Vec<PathBuf> {
        let holds = |path: &PathBuf| {
            let name = path.strip_prefix(folder).expect("a path in it").to_string_lossy().into_owned();
            self.find(name.as_bytes()).or_else(|| self.find(&std::fs::read(path).expect("a file"))).is_some()
        };
        files_under(folder).into_iter().filter(holds).collect()
    }
}

/// All files under a folder, in folders of it too, in order.
///
/// # Panics
/// If a folder can't be read.
#[must_use]
pub fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(files_under(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_found_in_every_form_and_nothing_else_is() {
        let pieces = Pieces::of(&["quillwortmeadow"]);
        assert_eq!(pieces.find(b"a quillwor"), Some(2));
        assert_eq!(pieces.find(b"a quillwo quillwo"), None);
        let wide: Vec<u8> = "xx lwortmea".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert!(pieces.find(&wide).is_some());
    }
}
