package app.notebook.ui

import app.notebook.core.ChoiceLine
import app.notebook.core.SeenAs
import app.notebook.core.SeenLine
import app.notebook.core.Shows
import java.time.LocalDate

/** Begins to write of someone she sees; of someone new without [line]. */
fun Session.changeSeen(line: SeenLine?) {
    act {
        val all = (now.value.screen as? SeenList)?.all ?: return@act
        show(SeenEdit(line, all.filter { it.id != line?.id }, SeenAs.entries.associateWith { text(it.word) }))
    }
}

/** Each change of what she writes of them. */
fun Session.seenTyped(typed: SeenFields) {
    val at = now.value.screen as? SeenEdit ?: return
    fields.set(Fields.OfSeen(at, typed))
    touched()
}

/** What stands in the fields of someone she sees, for fields that are drawn anew. */
internal fun Session.seenFieldsOf(at: SeenEdit): SeenFields {
    val typed = (fields.get() as? Fields.OfSeen)?.takeIf { it.at.kept === at.kept }
    return typed?.typed ?: SeenFields(at)
}

/** Keeps what she wrote of them. Words about someone who has no name yet are not lost: they are called by what they are. */
internal fun Session.keep(typed: Fields.OfSeen): Notice? {
    val (at, given) = typed.at to typed.typed.whole()
    if (given == SeenFields(at) || at.line == null && given.isEmpty) return null
    val name = given.text.name.ifBlank { at.line?.text?.name ?: at.nameless.getValue(given.seen.seenAs) }
    at.kept.id = write { setPersonSeen(at.kept.id, given.text.copy(name = name), given.seen) }
    return Notice(text(Names.PERSON_SAVED))
}

/** Asks, and then takes someone she sees out for good, with what she chose for them. */
fun Session.removeSeen() {
    act {
        val line = (now.value.screen as? SeenEdit)?.line ?: return@act
        val what = now.value.texts?.with(CardNames.SEEN_REMOVE_WHAT, line.text.name) ?: return@act
        ask(Names.PERSON_REMOVE, what, Names.PERSON_REMOVE) {
            write { removePerson(line.id) }
            fields.set(null)
            show(load(Place.SEEN), Notice(text(Names.PERSON_REMOVED)))
        }
    }
}

/** Begins to choose what someone may be shown, or to change what she chose. */
fun Session.changeChoice(line: ChoiceLine?) {
    act { if (now.value.screen is ChoiceList) show(ChoiceEdit(line, notebooks.choiceOptions(language))) }
}

/** Each change of a choice. It is kept when she leaves the page, too: "don't show" must not be lost. */
fun Session.choiceTyped(typed: ChoiceFields) {
    val at = now.value.screen as? ChoiceEdit ?: return
    fields.set(Fields.OfChoice(at, typed))
    touched()
}

/** What stands in the fields of a choice, for fields that are drawn anew. */
internal fun Session.choiceFieldsOf(at: ChoiceEdit): ChoiceFields =
    (fields.get() as? Fields.OfChoice)?.takeIf { it.at == at }?.typed ?: ChoiceFields(at.line)

/** What can't be a day is no end: what is held back is held back for longer then, and nothing is shown for it. */
internal fun Session.keep(typed: Fields.OfChoice): Notice? {
    val chosen = typed.typed
    val day = chosen.day.read?.takeIf { chosen.ends }
    val showsForGood = chosen.ends && day == null && chosen.shows == Shows.SHOW
    if (showsForGood || chosen == ChoiceFields(typed.at.line)) return null
    return put(typed.at, chosen, day)
}

private fun Session.put(at: ChoiceEdit, chosen: ChoiceFields, last: LocalDate?): Notice {
    write {
        setChoice(chosen.person, chosen.about, chosen.shows, last?.toString())
        chosen.replaced(at.line)?.let { removeChoice(it) }
    }
    return Notice(text(CardNames.CHOICE_SET))
}

/** Keeps what she chose. What is typed and can't be a day is told, and the page stays. */
fun Session.choiceDone(typed: ChoiceFields) {
    act {
        val at = now.value.screen as? ChoiceEdit ?: return@act
        val day = typed.day.read
        if (typed.ends && day == null) {
            update { it.copy(notice = Notice(text(DateNames.DATE_NO_DAY), trouble = true)) }
            return@act
        }
        val notice = put(at, typed, day?.takeIf { typed.ends })
        fields.set(null)
        show(load(Place.CHOICES), notice)
    }
}

/** Takes the choice that is open out: she is asked again each time. */
fun Session.takeOutChoice() {
    act {
        val id = (now.value.screen as? ChoiceEdit)?.line?.id ?: return@act
        write { removeChoice(id) }
        fields.set(null)
        show(load(Place.CHOICES), Notice(text(CardNames.CHOICE_OUT)))
    }
}
