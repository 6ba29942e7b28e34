//! What `core/build.rs` packed: tables and texts that take a third of their size in the library.

use std::io::Read;

use flate2::read::DeflateDecoder;

/// The text of a stream that the build wrote; a test of each reads all of it.
pub fn text(stream: &[u8]) -> String {
    let mut text = String::new();
    let read = DeflateDecoder::new(stream).read_to_string(&mut text);
    debug_assert!(read.is_ok(), "the build wrote a whole stream");
    text
}
