//! Compiles the amalgamation as `libsqlite3.a`: the name that libsqlite3-sys asks the linker for, so
//! that this archive is found before any SQLite of the system.

use std::path::{Path, PathBuf};

fn main() {
    let source = sqlite3mc_src::source_dir();
    let mut build = cc::Build::new();
    build.file(made_small(source)).include(source).warnings(false).opt_level(2);
    for flag in FLAGS.iter().chain([&HIDDEN]) {
        build.flag_if_supported(flag);
    }
    for (name, value) in OPTIONS {
        build.define(name, *value);
    }
    if matches!(std::env::var("CARGO_CFG_TARGET_OS").as_deref(), Ok("linux" | "android")) {
        build.define("HAVE_FDATASYNC", "1");
    }
    build.compile("sqlite3");
    println!("cargo::rustc-env=SQLITE3MC_VERSION={}", sqlite3mc_src::SQLITE3MC_VERSION);
    println!("cargo::rustc-env=SQLITE_VERSION={}", sqlite3mc_src::SQLITE_VERSION);
    println!("cargo::rerun-if-changed=build.rs");
}

/// Writes the amalgamation without the kinds of AEGIS that no file of ours is in, and with what only prepares
/// statements compiled for size; answers where to.
///
/// # Panics
/// If it has not each of the places once: then the engine was renewed, and they are to be looked at again.
fn made_small(source: &Path) -> PathBuf {
    let mut text =
        std::fs::read_to_string(source.join(sqlite3mc_src::SOURCE_FILE)).expect("the amalgamation");
    for (from, to, instead) in OTHER_AEGIS.iter().chain(PREPARES).chain([&HALF_A_PAGE]) {
        assert_eq!(text.matches(from).count(), 1, "the amalgamation has this once: {from}");
        let (before, rest) = text.split_once(from).expect("just counted");
        let (_, after) = rest.split_once(to).expect("an end");
        text = format!("{before}{instead}{after}");
    }
    let place = PathBuf::from(std::env::var_os("OUT_DIR").expect("a place from cargo"));
    let place = place.join(sqlite3mc_src::SOURCE_FILE);
    std::fs::write(&place, text).expect("room for the amalgamation");
    place
}

/// Where the engine names all six kinds of AEGIS: from, up to, and what names AEGIS-256 alone. No flag leaves the others
/// out, and they are 130 KB (docs/decisions/0015-size.md). Nothing else reaches them, so the linker drops them.
const OTHER_AEGIS: &[(&str, &str, &str)] = &[
    // Which one may be chosen.
    (
        "{ \"algorithm\",             AEGIS_ALGORITHM_DEFAULT,",
        "}",
        "{ \"algorithm\", AEGIS_ALGORITHM_256, AEGIS_ALGORITHM_256, AEGIS_ALGORITHM_256, AEGIS_ALGORITHM_256 }",
    ),
    // What each one does.
    (
        "AegisCryptFunctions mcAegisCryptFunctions[] =",
        "};",
        "AegisCryptFunctions mcAegisCryptFunctions[] = { [AEGIS_ALGORITHM_256] = {
            aegis256_encrypt_detached, aegis256_decrypt_detached,
            aegis256_encrypt_unauthenticated, aegis256_decrypt_unauthenticated, aegis256_stream } };",
    ),
    // Which way of computing it suits the processor.
    (
        "if (aegis128l_pick_best_implementation() != 0 ||",
        "{",
        "if (aegis256_pick_best_implementation() != 0) {",
    ),
];

/// Of a page that the file has only in part, the engine hands over the sealed bytes as if they were opened, since a read that
/// is short is no error to SQLite: it means a page that was never written, all zeros. Half a page is an error here. From, up
/// to, and what stands there instead.
const HALF_A_PAGE: (&str, &str, &str) = (
    "rc = REALFILE(pFile)->pMethods->xRead(REALFILE(pFile), buffer, count, offset);
  if (rc != SQLITE_OK)
  {
    return rc;
  }

  if (mcFile->openFlags & SQLITE_OPEN_MAIN_DB)
  {
    rc = mcReadMainDb(",
    "p",
    "rc = REALFILE(pFile)->pMethods->xRead(REALFILE(pFile), buffer, count, offset);
  if (rc == SQLITE_IOERR_SHORT_READ && (mcFile->openFlags & SQLITE_OPEN_MAIN_DB))
  {
    const unsigned char* bytes = (const unsigned char*) buffer;
    int at;
    for (at = 0; at < count; at++)
    {
      if (bytes[at]) return SQLITE_IOERR_READ;
    }
  }
  if (rc != SQLITE_OK)
  {
    return rc;
  }

  if (mcFile->openFlags & SQLITE_OPEN_MAIN_DB)
  {
    rc = mcReadMainDb(p",
);

/// Compiled for size from here.
const SMALL: &str = "#if defined(__clang__)
#pragma clang attribute push(__attribute__((minsize)), apply_to = function)
#elif defined(__GNUC__)
#pragma GCC push_options
#pragma GCC optimize(\"Os\")
#endif
";

/// Compiled for speed again from here.
const QUICK: &str = "#if defined(__clang__)
#pragma clang attribute pop
#elif defined(__GNUC__)
#pragma GCC pop_options
#endif
";

/// What prepares a statement runs once where what it prepares runs a thousand times: from the first of its files to the last,
/// without the one of the functions that SQL calls. From, up to, and what stands there instead.
const PREPARES: &[(&str, &str, &str)] = &[
    ("/************** Begin file resolve.c ", "/\n", SMALL),
    ("/************** Begin file func.c ", "/\n", QUICK),
    ("/************** Begin file fkey.c ", "/\n", SMALL),
    ("/************** Begin file main.c ", "/\n", QUICK),
];

/// Nothing outside the library calls the engine, so its calls to itself need no detour.
const HIDDEN: &str = "-fvisibility=hidden";

/// Size that buys no speed we could measure.
const FLAGS: &[&str] = &[
    "-fno-align-functions",
    "-fno-align-loops",
    "-fno-align-jumps",
    "-fno-align-labels",
    "-fno-tree-vectorize",
    "-fno-unwind-tables",
    "-fno-asynchronous-unwind-tables",
];

/// What is compiled in, and why, is told in `docs/decisions/0001-engine.md`.
const OPTIONS: &[(&str, Option<&str>)] = &[
    ("CODEC_TYPE", Some("CODEC_TYPE_AEGIS")),
    ("HAVE_CIPHER_AES_128_CBC", Some("0")),
    ("HAVE_CIPHER_AES_256_CBC", Some("0")),
    ("HAVE_CIPHER_SQLCIPHER", Some("0")),
    ("HAVE_CIPHER_RC4", Some("0")),
    ("HAVE_CIPHER_ASCON128", Some("0")),
    ("HAVE_CIPHER_CHACHA20", Some("1")),
    ("HAVE_CIPHER_AEGIS", Some("1")),
    ("SQLITE3MC_SECURE_MEMORY", Some("1")),
    ("SQLITE_SECURE_DELETE", None),
    ("SQLITE_ENABLE_FTS5", None),
    ("SQLITE_ENABLE_DBPAGE_VTAB", None),
    ("SQLITE_DEFAULT_FOREIGN_KEYS", Some("1")),
    ("SQLITE_DEFAULT_SYNCHRONOUS", Some("2")),
    ("SQLITE_DEFAULT_WAL_SYNCHRONOUS", Some("2")),
    ("SQLITE_DQS", Some("0")),
    ("SQLITE_TEMP_STORE", Some("3")),
    ("SQLITE_THREADSAFE", Some("2")),
    ("SQLITE_MAX_MMAP_SIZE", Some("0")),
    ("SQLITE_USE_URI", Some("0")),
    ("SQLITE_DEFAULT_MEMSTATUS", Some("0")),
    ("SQLITE_OMIT_LOAD_EXTENSION", None),
    ("SQLITE_LIKE_DOESNT_MATCH_BLOBS", None),
    ("SQLITE_OMIT_AUTHORIZATION", None),
    ("SQLITE_OMIT_COMPILEOPTION_DIAGS", None),
    ("SQLITE_OMIT_DATETIME_FUNCS", None),
    ("SQLITE_OMIT_DEPRECATED", None),
    ("SQLITE_OMIT_DESERIALIZE", None),
    ("SQLITE_OMIT_GET_TABLE", None),
    ("SQLITE_OMIT_JSON", None),
    ("SQLITE_OMIT_PROGRESS_CALLBACK", None),
    ("SQLITE_OMIT_SHARED_CACHE", None),
    ("SQLITE_OMIT_TCL_VARIABLE", None),
    ("SQLITE_OMIT_TRACE", None),
    ("SQLITE_OMIT_UTF16", None),
    ("SQLITE_UNTESTABLE", None),
];
