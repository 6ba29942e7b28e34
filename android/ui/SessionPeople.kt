package app.notebook.ui

import app.notebook.core.NotebookException
import app.notebook.core.OwnTexts
import app.notebook.core.PersonLine
import app.notebook.core.PersonText

/** Opens the phone's keypad with this number in it, because she tapped for it. */
fun Session.ring(number: String) {
    act { calls?.dial(number) }
}

/** Shows her words of Right now, to be changed. */
fun Session.changeOwnWords() {
    act { show(OwnWordsEdit(notebooks.ownTexts())) }
}

/** Each change of them: kept at once, so that nothing ends it. What comes while it is being kept is kept next. */
fun Session.ownTyped(words: String, helps: String) {
    if (now.value.screen !is OwnWordsEdit) return
    ownTyped.set(OwnTexts(whole(words), whole(helps)))
    act { keepOwnTyped() }
}

internal fun Session.keepOwnTyped() {
    val typed = ownTyped.getAndSet(null) ?: return
    try {
        write { setOwnTexts(typed) }
    } catch (failure: NotebookException) {
        // Held for another try, unless she has typed on.
        ownTyped.compareAndSet(null, typed)
        throw failure
    }
}

/** She is done with them. */
fun Session.ownWordsDone() {
    act {
        keepOwnTyped()
        show(load(Place.RIGHT_NOW), Notice(text(Names.RIGHT_NOW_SAVED), Undo.OwnWords))
    }
}

/** Puts her words of Right now back as they were before. */
internal suspend fun Session.undoOwnWords() {
    write { undoOwnTexts() }
    show(load(Place.RIGHT_NOW), Notice(text(Names.RIGHT_NOW_UNDONE)))
}

/** Shows the fields of a person; of a new one without [person]. */
fun Session.changePerson(person: PersonLine?) {
    act {
        val people = (now.value.screen as? NumbersList)?.page?.people ?: return@act
        val at = people.indexOfFirst { it.id == person?.id }
        show(PersonEdit(person, at, at == people.lastIndex))
    }
}

/** Keeps what she wrote of a person: she is done. */
fun Session.keepPerson(text: PersonText) {
    act {
        val at = now.value.screen as? PersonEdit ?: return@act
        fields.set(Fields.OfPerson(at.person, text.whole()))
        keepFields()
        show(load(Place.NUMBERS), Notice(text(Names.PERSON_SAVED)))
    }
}

/** Moves a person up or down by one. */
fun Session.movePerson(by: Int) {
    act {
        val at = now.value.screen as? PersonEdit ?: return@act
        val person = at.person ?: return@act
        keepFields()
        write { movePerson(person.id, (at.at + by).coerceAtLeast(0).toUInt()) }
        show(load(Place.NUMBERS), Notice(text(Names.PERSON_SAVED)))
    }
}

/** Asks, and then takes a person out for good. */
fun Session.removePerson() {
    act {
        val person = (now.value.screen as? PersonEdit)?.person ?: return@act
        val what = now.value.texts?.with(Names.PERSON_REMOVE_WHAT, person.name) ?: return@act
        ask(Names.PERSON_REMOVE, what, Names.PERSON_REMOVE) {
            write { removePerson(person.id) }
            fields.set(null)
            show(load(Place.NUMBERS), Notice(text(Names.PERSON_REMOVED)))
        }
    }
}
