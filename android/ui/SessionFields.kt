package app.notebook.ui

import app.notebook.core.NotebookException
import app.notebook.core.PersonLine
import app.notebook.core.PersonText
import app.notebook.core.Thing
import app.notebook.core.Visit
import app.notebook.core.VisitPage

/** What stands in the fields of a page that is not a note: kept when she leaves the page, in whatever way. */
internal sealed interface Fields {
    /** Of one of her people, or of a new one. */
    class OfPerson(val person: PersonLine?, val text: PersonText) : Fields

    /** Another name for a topic. */
    class OfTopic(val topic: String, val name: String) : Fields

    /** A new topic for a note. */
    class NewTopic(val note: String, val name: String) : Fields

    /** Of a date, or of a new one, and what was kept of it before. */
    class OfDate(val id: String?, val before: Visit, val typed: DateFields) : Fields

    /** Another time for the single one of a day. */
    class OfMove(val page: VisitPage, val time: TimeFields) : Fields

    /** Of a section of her card. */
    class OfSection(val at: SectionEdit, val typed: SectionFields) : Fields

    /** Of someone she sees. */
    class OfSeen(val at: SeenEdit, val typed: SeenFields) : Fields

    /** Of what someone may be shown. */
    class OfChoice(val at: ChoiceEdit, val typed: ChoiceFields) : Fields

    /** The times that are set for all reminders. */
    class OfReminders(val times: ReminderTimes) : Fields
}

/** Each change of the fields of a person. */
fun Session.personTyped(text: PersonText) {
    val at = now.value.screen as? PersonEdit ?: return
    fields.set(Fields.OfPerson(at.person, text.whole()))
    touched()
}

/** Each change of a topic's name: another one for the topic that is shown, or a new one for the note that is. */
fun Session.topicTyped(name: String) {
    when (val at = now.value.screen) {
        is TopicName -> fields.set(Fields.OfTopic(at.topic, whole(name)))
        is NoteTopics -> fields.set(Fields.NewTopic(at.page.id, whole(name)))
        else -> return
    }
    touched()
}

internal fun PersonText.whole() = PersonText(whole(name), whole(number), whole(note))

/** What stands in the fields of this person, or of a new one: for fields that are drawn anew. */
internal fun Session.fieldsOf(person: PersonLine?): PersonText {
    val typed = (fields.get() as? Fields.OfPerson)?.takeIf { it.person?.id == person?.id }
    return typed?.text ?: PersonText(person?.name.orEmpty(), person?.number.orEmpty(), person?.note.orEmpty())
}

/** The name that stands in the field of a topic. */
internal fun Session.nameFieldOf(topic: String): String =
    (fields.get() as? Fields.OfTopic)?.takeIf { it.topic == topic }?.name ?: topic

/** The name that stands in the field for a new topic of a note. */
internal fun Session.newTopicFieldOf(note: String): String =
    (fields.get() as? Fields.NewTopic)?.takeIf { it.note == note }?.name.orEmpty()

/** Keeps what stands in the fields; answers what to say of it. If it can't be kept it is held here as before. */
internal fun Session.keepFields(): Notice? {
    val typed = fields.getAndSet(null) ?: return null
    try {
        return when (typed) {
            is Fields.OfPerson -> keep(typed)
            is Fields.OfTopic -> keep(typed)
            is Fields.NewTopic -> keep(typed)
            is Fields.OfDate -> keep(typed)
            is Fields.OfMove -> keep(typed)
            is Fields.OfSection -> keep(typed)
            is Fields.OfSeen -> keep(typed)
            is Fields.OfChoice -> keep(typed)
            is Fields.OfReminders -> keep(typed)
        }
    } catch (failure: NotebookException) {
        fields.compareAndSet(null, typed)
        throw failure
    }
}

/** The same when she closes. What can't be kept of a person, a date or her card is at least a note. */
internal fun Session.keepFieldsAtClose() {
    val typed = fields.get()
    if (quietly { keepFields() }) return
    fields.set(null)
    val lines = typed?.words().orEmpty().filter(String::isNotBlank)
    if (lines.isNotEmpty()) quietly { write { addNote(null, lines.joinToString("\n"), emptyList()) } }
}

/** What she typed, line by line, for a note. */
private fun Fields.words(): List<String> =
    when (this) {
        is Fields.OfPerson -> text.run { listOf(name, number, note) }
        is Fields.OfDate -> typed.words()
        is Fields.OfMove -> listOf(page.title, time.words())
        is Fields.OfSection -> typed.words(at)
        is Fields.OfSeen -> typed.words()
        is Fields.OfTopic, is Fields.NewTopic, is Fields.OfChoice, is Fields.OfReminders -> emptyList()
    }

private fun Session.keep(typed: Fields.OfPerson): Notice? {
    val person = typed.person
    val given = typed.named() ?: return null
    if (person != null && given == PersonText(person.name, person.number, person.note)) return null
    write { if (person == null) addPerson(given) else editPerson(person.id, given) }
    return Notice(text(Names.PERSON_SAVED))
}

/** A person is kept under a name: where she gave none, the one before, or else what she did give. */
private fun Fields.OfPerson.named(): PersonText? {
    val names = listOf(text.name, person?.name.orEmpty(), text.number, text.note.lineSequence().first().take(LONGEST))
    return names.firstOrNull(String::isNotBlank)?.let { text.copy(name = it) }
}

private fun Session.keep(typed: Fields.OfTopic): Notice? {
    val name = typed.name.trim()
    // Two that became one can't be taken apart again: that takes her Done.
    if (name.isEmpty() || name == typed.topic || isTopic(name) && !name.equals(typed.topic, ignoreCase = true)) return null
    write { renameTopic(typed.topic, name) }
    return Notice(text(Names.TOPIC_RENAMED))
}

private fun Session.isTopic(name: String): Boolean =
    try {
        notebooks.notes(language, name, null)
        true
    } catch (gone: NotebookException.NotFound) {
        if (gone.what != Thing.TOPIC) throw gone
        false
    }

private fun Session.keep(typed: Fields.NewTopic): Notice? {
    val name = typed.name.trim()
    if (name.isNotEmpty()) write { setTopics(typed.note, note(language, typed.note).topics + name) }
    return null
}

private const val LONGEST = 60
