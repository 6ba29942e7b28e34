//! The sealed file by itself: names, limits, damage.

use super::*;

const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";

fn words() -> Words {
    Words::parse(PHRASE).unwrap()
}

type Files = Vec<(String, Vec<u8>)>;

struct Collect(Files);

impl FileVisitor for Collect {
    fn file(&mut self, name: &str, _size: u64, content: &mut dyn Read) -> Result<()> {
        let mut bytes = Vec::new();
        content.read_to_end(&mut bytes).map_err(read_error)?;
        self.0.push((name.to_owned(), bytes));
        Ok(())
    }
}

fn read_all(sealed: &[u8], words: &Words) -> Result<Files> {
    let mut found = Collect(Vec::new());
    read(sealed, words, &mut found)?;
    Ok(found.0)
}

fn sealed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = SealedWriter::with_work_factor(Vec::new(), &words(), 1).unwrap();
    for (name, bytes) in files {
        writer.file(name, bytes.len() as u64, &mut |out| Ok(out.write_all(bytes)?)).unwrap();
    }
    writer.finish().unwrap()
}

/// Seals a tar that this program would not write.
fn sealed_tar(tar: &[u8]) -> Vec<u8> {
    let mut writer = SealedWriter::with_work_factor(Vec::new(), &words(), 1).unwrap();
    writer.out.write_all(tar).unwrap();
    writer.out.finish().unwrap()
}

fn tar_of(name: &[u8], kind: EntryType, size: u64) -> Vec<u8> {
    let mut header = Header::new_ustar();
    header.as_old_mut().name[..name.len()].copy_from_slice(name);
    header.set_entry_type(kind);
    header.set_size(size);
    header.set_cksum();
    let mut tar = header.as_bytes().to_vec();
    tar.resize(tar.len() + 2 * BLOCK as usize, 0);
    tar
}

#[test]
fn files_of_every_length_come_back() {
    for size in [0, 1, 511, 512, 513, 65_536, 200_000] {
        let bytes: Vec<u8> = (0..size).map(|n| n as u8).collect();
        let file = sealed(&[("a.txt", &bytes), ("notes/b", b"x")]);
        let expected = vec![("a.txt".to_owned(), bytes), ("notes/b".to_owned(), b"x".to_vec())];
        assert_eq!(read_all(&file, &words()).unwrap(), expected);
    }
}

#[test]
fn a_written_file_costs_what_was_decided() {
    let file = SealedWriter::new(Vec::new(), &words()).unwrap().finish().unwrap();
    let header = String::from_utf8_lossy(&file);
    let stanza = header.lines().nth(1).unwrap();
    assert!(stanza.starts_with("-> scrypt ") && stanza.ends_with(" 15"), "{stanza}");
}

#[test]
fn a_fill_of_another_length_is_refused() {
    let mut writer = SealedWriter::with_work_factor(Vec::new(), &words(), 1).unwrap();
    let wrong = writer.file("a", 3, &mut |out| Ok(out.write_all(b"four")?));
    assert_eq!(wrong, Err(Error::Internal { code: -41 }));
}

#[test]
fn other_words_are_wrong() {
    let other = Words::make().unwrap();
    assert_eq!(read_all(&sealed(&[("a", b"x")]), &other), Err(Error::WrongSecret));
}

#[test]
fn any_flipped_bit_is_an_error() {
    let file = sealed(&[("a", b"some words")]);
    for at in 0..file.len() {
        let mut flipped = file.clone();
        flipped[at] ^= 1 << (at % 8);
        assert!(read_all(&flipped, &words()).is_err(), "byte {at}");
    }
}

#[test]
fn any_cut_is_an_error_and_so_is_more() {
    let file = sealed(&[("a", b"some words")]);
    for end in 0..file.len() {
        assert!(read_all(&file[..end], &words()).is_err(), "cut at {end}");
    }
    assert_eq!(read_all(&[&file[..], b"x"].concat(), &words()), Err(DAMAGED));
}

#[test]
fn a_cut_between_age_chunks_is_an_error() {
    let file = sealed(&[("a", &vec![7; 300_000])]);
    let header = file.len() - (300_000_usize.next_multiple_of(512) + 3 * 512 + 5 * 16);
    for chunks in 0..5 {
        assert_eq!(read_all(&file[..header + chunks * 65_552], &words()), Err(DAMAGED), "{chunks} chunks");
    }
}

#[test]
fn what_is_no_sealed_file_is_told() {
    for other in [&b""[..], b"PK\x03\x04", b"age-encryption.org", b"-----BEGIN AGE ENCRYPTED FILE-----\n"] {
        assert_eq!(read_all(other, &words()), Err(NOT_A_COPY));
    }
    assert_eq!(read_all(b"age-encryption.org/v2\n", &words()), Err(Error::Newer { part: Part::Copy }));
    let endless = [b"age-encryption.org/v1\n-> scrypt ".to_vec(), vec![b'a'; 1 << 20]].concat();
    assert_eq!(read_all(&endless, &words()), Err(DAMAGED));
}

#[test]
fn a_file_that_would_cost_too_much_is_refused_before_the_work() {
    let text = String::from_utf8_lossy(&sealed(&[])).into_owned();
    let header_end = text.find("\n---").unwrap();
    let header = text[..header_end].replacen(" 1\n", " 40\n", 1);
    let file = [header.as_bytes(), &b"\n--- "[..], &[b'A'; 43], b"\n", &[0; 40]].concat();
    assert_eq!(read_all(&file, &words()), Err(Error::TooLarge { what: Thing::Copy }));
}

#[test]
fn links_devices_and_ways_out_are_refused() {
    for kind in [EntryType::Symlink, EntryType::Link, EntryType::Char, EntryType::GNUSparse] {
        let file = sealed_tar(&tar_of(b"attachments/a", kind, 0));
        assert_eq!(read_all(&file, &words()), Err(DAMAGED), "{kind:?}");
    }
    for name in [&b"/etc/passwd"[..], b"../a", b"notes/../../a", b"a\xff", b""] {
        let file = sealed_tar(&tar_of(name, EntryType::Regular, 0));
        assert_eq!(read_all(&file, &words()), Err(DAMAGED), "{name:?}");
    }
}

#[test]
fn a_long_name_of_terabytes_is_refused_at_once() {
    let file = sealed_tar(&tar_of(b"././@LongLink", EntryType::GNULongName, 1 << 42));
    assert_eq!(read_all(&file, &words()), Err(DAMAGED));
}

#[test]
fn folders_and_a_leading_dot_of_other_tar_programs_are_fine() {
    let mut tar = tar_of(b"./notes/", EntryType::Directory, 0);
    tar.truncate(512);
    tar.extend(tar_of(b"./notes/a", EntryType::Regular, 0));
    let found = read_all(&sealed_tar(&tar), &words()).unwrap();
    assert_eq!(found, vec![("notes/a".to_owned(), vec![])]);
}
