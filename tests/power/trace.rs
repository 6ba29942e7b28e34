//! Reads what strace has written down of a program: the calls that change files, in their order.

use std::path::PathBuf;
use std::process::Command;

/// A call that ended well. Paths are absolute.
#[derive(Debug)]
pub enum Call {
    /// A file or folder was opened as number `fd`.
    Open { path: PathBuf, create: bool, cut: bool, fd: i64 },
    /// `to` is another number for `from`.
    Same { from: i64, to: i64 },
    /// A number was given back.
    Close { fd: i64 },
    /// The place of the next write.
    Seek { fd: i64, to: u64 },
    /// Bytes at a place, or where the last write ended.
    Write { fd: i64, at: Option<u64>, bytes: Vec<u8> },
    /// A file got another length.
    Truncate { fd: i64, length: u64 },
    /// All of a file, or the names in a folder, became durable.
    Sync { fd: i64 },
    /// A name changed.
    Rename { from: PathBuf, to: PathBuf },
    /// A name of a file or an empty folder went.
    Remove { path: PathBuf },
    /// A folder was made.
    MakeFolder { path: PathBuf },
}

/// All that could change a file; what the model does not know of these fails the test.
const CALLS: &str = "trace=openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,lseek,ftruncate,truncate,\
    fallocate,fsync,fdatasync,sync_file_range,msync,rename,renameat,renameat2,link,linkat,symlink,symlinkat,\
    unlink,unlinkat,mkdir,mkdirat,rmdir,close,dup,dup2,dup3,fcntl,copy_file_range,sendfile,splice";

/// A command that runs `program` and writes its calls to `log`.
pub fn strace(log: &std::path::Path, program: &str) -> Command {
    let mut command = Command::new("strace");
    command
        .args(["-f", "-xx", "-s", "100000000", "-e", "signal=none", "-e", CALLS, "-o"])
        .arg(log)
        .arg(program);
    command
}

/// Reads a log.
pub fn parse(log: &str) -> Vec<Call> {
    log.lines().filter(|line| !line.contains("+++")).filter_map(parse_line).collect()
}

/// `PID name(argument, argument) = result`; text is all in `\x..`, so nothing in it can mislead.
fn parse_line(line: &str) -> Option<Call> {
    let line = line.split_once(' ').expect("a process id").1.trim_start();
    assert!(!line.contains("unfinished"), "the writer has one thread");
    let (name, rest) = line.split_once('(').expect("a call");
    let (arguments, result) = rest.rsplit_once(" = ").expect("a result");
    let arguments: Vec<&str> = arguments.trim_end().strip_suffix(')').expect("an end").split(", ").collect();
    let result: i64 = result.split(' ').next().expect("a number").parse().ok()?;
    if result < 0 { None } else { call(name, &arguments, result) }
}

fn call(name: &str, arguments: &[&str], result: i64) -> Option<Call> {
    let fd = || arguments[0].parse::<i64>().expect("a file's number");
    Some(match name {
        "openat" => {
            let has = |flag| arguments[2].split('|').any(|found| found == flag);
            let path = path_at(arguments, 0)?;
            Call::Open { path, create: has("O_CREAT"), cut: has("O_TRUNC"), fd: result }
        }
        "fcntl" if arguments[1].starts_with("F_DUPFD") => Call::Same { from: fd(), to: result },
        "fcntl" => return None,
        "close" => Call::Close { fd: fd() },
        "lseek" => Call::Seek { fd: fd(), to: result.unsigned_abs() },
        "write" | "pwrite64" => {
            let mut bytes = bytes_of(arguments[1]);
            bytes.truncate(usize::try_from(result).expect("a length"));
            Call::Write { fd: fd(), at: arguments.get(3).map(|at| at.parse().expect("a place")), bytes }
        }
        "ftruncate" => Call::Truncate { fd: fd(), length: arguments[1].parse().expect("a length") },
        "fsync" | "fdatasync" => Call::Sync { fd: fd() },
        "rename" => Call::Rename { from: path(arguments[0]), to: path(arguments[1]) },
        "renameat" | "renameat2" => Call::Rename { from: path_at(arguments, 0)?, to: path_at(arguments, 2)? },
        "unlink" | "rmdir" => Call::Remove { path: path(arguments[0]) },
        "unlinkat" => Call::Remove { path: path_at(arguments, 0)? },
        "mkdir" => Call::MakeFolder { path: path(arguments[0]) },
        _ => panic!("the model disk does not know {name}"),
    })
}

fn path_at(arguments: &[&str], first: usize) -> Option<PathBuf> {
    assert_eq!(arguments[first], "AT_FDCWD", "paths are whole");
    Some(path(arguments[first + 1]))
}

fn path(quoted: &str) -> PathBuf {
    String::from_utf8(bytes_of(quoted)).expect("a path in UTF-8").into()
}

fn bytes_of(quoted: &str) -> Vec<u8> {
    let hex = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).expect("whole text");
    let digit = |byte: u8| if byte <= b'9' { byte - b'0' } else { byte - b'a' + 10 };
    hex.as_bytes().chunks_exact(4).map(|four| digit(four[2]) << 4 | digit(four[3])).collect()
}
