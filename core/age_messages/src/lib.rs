//! In the place of the crate by which `age` says its errors in seven languages. We say them in our own words, so that
//! nothing ever shows age's: here each is its name alone. The texts and what chooses between languages, 100 KB, are
//! then not in the phones' library (docs/decisions/0015-size.md).

/// The text of age's message `$name`: its name.
#[macro_export]
macro_rules! fl {
    // What would fill its gaps comes as whole expressions, and is not needed.
    ($loader:expr, $name:expr $(, $gap:expr)* $(,)?) => {
        ::std::string::String::from($name)
    };
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_message_is_its_name_whatever_its_gaps() {
        assert_eq!(crate::fl!((), "err-one"), "err-one");
        assert_eq!(crate::fl!((), "err-two", name = 3), "err-two");
    }
}
