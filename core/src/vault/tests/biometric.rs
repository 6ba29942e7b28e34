//! A finger or a face.

use super::*;

fn secret_of(made: &str) -> Secret {
    Secret::new(made)
}

#[test]
fn a_finger_opens_until_it_is_forgotten_and_the_pin_all_the_while() {
    let phone = Phone::new(None);
    let mut notebooks = phone.open().unwrap();
    let mut notebook = notebooks.unlock(&Secret::new(FIRST), &tick()).unwrap();
    put(&mut notebook, "kept");
    let made = notebooks.make_biometric(&notebook, &tick()).unwrap();
    drop((notebook, notebooks));
    let mut notebooks = phone.open().unwrap();
    let notebook = notebooks.unlock_by_biometric(&secret_of(&made), &tick()).unwrap();
    assert_eq!(values(&notebook), ["kept"]);
    notebooks.forget_biometric(&notebook, &tick()).unwrap();
    drop(notebook);
    let refused = notebooks.unlock_by_biometric(&secret_of(&made), &tick()).err();
    assert_eq!(refused, Some(Error::WrongSecret));
    assert!(notebooks.unlock(&Secret::new(FIRST), &tick()).is_ok());
}

#[test]
fn what_a_finger_opens_is_no_pin_and_no_pin_is_a_finger() {
    let phone = Phone::new(None);
    let mut notebooks = phone.open().unwrap();
    let notebook = notebooks.unlock(&Secret::new(FIRST), &tick()).unwrap();
    let made = notebooks.make_biometric(&notebook, &tick()).unwrap();
    drop(notebook);
    assert_eq!(notebooks.unlock(&secret_of(&made), &tick()).err(), Some(Error::WrongSecret));
    let pin = Secret::new(FIRST);
    assert_eq!(notebooks.unlock_by_biometric(&pin, &tick()).err(), Some(Error::WrongSecret));
}

#[test]
fn each_notebook_can_have_it_and_a_new_one_ends_the_old_one_of_the_same_notebook_only() {
    let phone = Phone::new(Some(SECOND));
    let mut notebooks = phone.open().unwrap();
    let mut make = |pin: &str| {
        let notebook = notebooks.unlock(&Secret::new(pin), &tick()).unwrap();
        notebooks.make_biometric(&notebook, &tick()).unwrap()
    };
    let (old, other, new) = (make(FIRST), make(SECOND), make(FIRST));
    let notebook = notebooks.unlock_by_biometric(&secret_of(&other), &tick()).unwrap();
    assert_eq!(notebook.pack(), Pack::Plain);
    drop(notebook);
    assert_eq!(notebooks.unlock_by_biometric(&secret_of(&new), &tick()).unwrap().pack(), Pack::Full);
    assert_eq!(notebooks.unlock_by_biometric(&secret_of(&old), &tick()).err(), Some(Error::WrongSecret));
}

#[test]
fn a_new_pin_leaves_the_finger_and_wrong_pins_make_it_wait() {
    let phone = Phone::new(None);
    let mut notebooks = phone.open().unwrap();
    let notebook = notebooks.unlock(&Secret::new(FIRST), &tick()).unwrap();
    let made = notebooks.make_biometric(&notebook, &tick()).unwrap();
    notebooks.change_pin(&notebook, &Secret::new("161803"), &tick()).unwrap();
    drop(notebook);
    assert!(notebooks.unlock_by_biometric(&secret_of(&made), &tick()).is_ok());
    for _ in 0..5 {
        assert_eq!(notebooks.unlock(&Secret::new("000001"), &tick()).err(), Some(Error::WrongSecret));
    }
    let waits = notebooks.unlock_by_biometric(&secret_of(&made), &tick()).err();
    assert_eq!(waits, Some(Error::Wait { seconds: 30 }));
    assert!(notebooks.unlock_by_biometric(&secret_of(&made), &later(30)).is_ok());
}

#[test]
fn a_finger_that_could_not_be_turned_on_leaves_the_old_one_good() {
    let phone = Phone::new(None);
    let mut notebooks = phone.open().unwrap();
    let mut notebook = notebooks.unlock(&Secret::new(FIRST), &tick()).unwrap();
    let made = notebooks.make_biometric(&notebook, &tick()).unwrap();
    notebook.idle(tick().now).unwrap();
    let in_the_way = phone.dir().join("keyring.new");
    fs::create_dir(&in_the_way).unwrap();
    assert!(notebooks.make_biometric(&notebook, &tick()).is_err());
    fs::remove_dir(&in_the_way).unwrap();
    drop(notebook);
    assert!(notebooks.unlock_by_biometric(&secret_of(&made), &tick()).is_ok());
}
