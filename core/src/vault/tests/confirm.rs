//! The PIN asked for once more while a notebook is open.

use super::*;

const WRONG: &str = "000001";

#[test]
fn only_its_own_pin_is_the_right_one() {
    let phone = Phone::new(Some(SECOND));
    let mut notebooks = phone.open().unwrap();
    let mut notebook = notebooks.unlock(&Secret::new(FIRST), &tick()).unwrap();
    let words = notebooks.make_recovery(&mut notebook, &tick()).unwrap();
    let mut ask = |secret: Secret| notebooks.confirm_pin(&notebook, &secret, &tick());
    assert_eq!(ask(Secret::new(FIRST)), Ok(()));
    assert_eq!(ask(Secret::new(WRONG)), Err(Error::WrongSecret));
    assert_eq!(ask(Secret::new(SECOND)), Err(Error::WrongSecret), "the other's PIN");
    assert_eq!(ask(Secret::new(words.phrase())), Err(Error::WrongSecret), "words are no PIN");
    assert_eq!(ask(Secret::new(FIRST)), Ok(()));
}

#[test]
fn it_counts_as_an_unlock_does() {
    let phone = Phone::new(None);
    let mut notebooks = phone.open().unwrap();
    let notebook = notebooks.unlock(&Secret::new(FIRST), &tick()).unwrap();
    for _ in 0..5 {
        let told = notebooks.confirm_pin(&notebook, &Secret::new(WRONG), &tick());
        assert_eq!(told, Err(Error::WrongSecret));
    }
    let right = Secret::new(FIRST);
    assert_eq!(notebooks.confirm_pin(&notebook, &right, &tick()), Err(Error::Wait { seconds: 30 }));
    drop(notebook);
    assert_eq!(notebooks.unlock(&right, &tick()).err(), Some(Error::Wait { seconds: 30 }));
    assert!(notebooks.unlock(&right, &later(30)).is_ok());
}

#[test]
fn after_too_many_wrong_ones_nothing_is_left_if_she_chose_so() {
    let phone = Phone::new(None);
    let mut notebooks = phone.open().unwrap();
    notebooks.set_wipe_after(Some(2), &tick()).unwrap();
    let notebook = notebooks.unlock(&Secret::new(FIRST), &tick()).unwrap();
    for _ in 0..2 {
        let told = notebooks.confirm_pin(&notebook, &Secret::new(WRONG), &tick());
        assert_eq!(told, Err(Error::WrongSecret));
    }
    assert!(!Notebooks::exist(&phone.dir()));
}

#[test]
fn a_sleeping_notebook_is_asked_nothing() {
    let phone = Phone::new(None);
    let mut notebooks = phone.open().unwrap();
    let mut notebook = notebooks.unlock(&Secret::new(FIRST), &tick()).unwrap();
    notebook.suspend(tick().now).unwrap();
    notebooks.suspend();
    let told = notebooks.confirm_pin(&notebook, &Secret::new(FIRST), &tick());
    assert_eq!(told, Err(Error::Locked));
}
