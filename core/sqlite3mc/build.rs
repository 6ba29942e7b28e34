//! Compiles the amalgamation as `libsqlite3.a`: the name that libsqlite3-sys asks the linker for, so
//! that this archive is found before any SQLite of the system.

fn main() {
    let source = sqlite3mc_src::source_dir();
    let mut build = cc::Build::new();
    build.file(source.join(sqlite3mc_src::SOURCE_FILE)).include(source).warnings(false).opt_level(2);
    for flag in FLAGS {
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
    ("SQLITE_OMIT_DEPRECATED", None),
    ("SQLITE_OMIT_DESERIALIZE", None),
    ("SQLITE_OMIT_GET_TABLE", None),
    ("SQLITE_OMIT_JSON", None),
    ("SQLITE_OMIT_PROGRESS_CALLBACK", None),
    ("SQLITE_OMIT_SHARED_CACHE", None),
    ("SQLITE_OMIT_TCL_VARIABLE", None),
    ("SQLITE_OMIT_TRACE", None),
];
