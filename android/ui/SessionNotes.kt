package app.notebook.ui

import app.notebook.core.Kind
import app.notebook.core.NotePage

/** Keeps what was typed as a note or as its new words; answers which note, or none if there was nothing to keep. */
internal fun Session.keepForGood(typed: Typing): String? {
    val note = typed.note
    return when {
        note != null -> note.also { write { editNote(note, typed.titleOrNone, typed.text) } }
        typed.isBlank -> null.also { write { discardDraft(null) } }
        else -> write { addNote(typed.titleOrNone, typed.text, emptyList()) }
    }
}

/**
 * Keeps what was typed when she closes. New words of a note stay a draft, which becomes them when the note is opened, so
 * that they can be undone there. If a note can't be kept, its words are at least a draft.
 */
internal fun Session.keepAtClose(typed: Typing) {
    if (typed.note != null || !quietly { keepForGood(typed) }) {
        quietly { notebooks.saveDraft(typed.note, typed.titleOrNone, typed.text) }
    }
}

/** Does it if it can be done; answers whether it was. */
internal fun quietly(work: () -> Unit): Boolean =
    try {
        work()
        true
    } catch (_: Exception) {
        false
    }

/** Leaves a page that she may have written on: what she wrote is kept first, and can be undone. */
internal suspend fun Session.leave(notice: Notice? = null, to: suspend () -> Screen) {
    val at = now.value.screen
    val typed = peekTyping()
    held.wipe()
    val kept = keepFields()
    when {
        typed == null -> show(to(), notice ?: kept)
        typed.note == null -> leaveNew(to)
        (at as? NoteEdit)?.page?.saysTheSame(typed) == true -> {
            keepTyping { same -> same.note.also { write { discardDraft(it) } } }
            show(to())
        }
        else -> {
            keepTyping(::keepForGood)
            show(to(), Notice(text(Names.NOTE_CHANGED), undo = Undo.Last))
        }
    }
}

private suspend fun Session.leaveNew(to: suspend () -> Screen) {
    if (keepTyping(::keepForGood) == null) {
        show(to())
        return
    }
    val offer = write { offerCopy() }
    show(if (offer) OfferCopy else to(), Notice(text(Names.WRITE_DONE), undo = Undo.Last))
}

private fun NotePage.saysTheSame(typed: Typing) =
    text == typed.text && title.orEmpty() == typed.title

/** Done with a new note: an empty page again. */
fun Session.done() {
    act { leave { freshPage() } }
}

/** More lines of the list that is shown. */
fun Session.loadMore() {
    act {
        when (val at = now.value.screen) {
            is NotesList -> {
                val next = notebooks.notes(language, at.topic, at.lines.lastOrNull()?.id)
                show(at.copy(lines = at.lines + next.lines, more = next.more))
            }
            is BinList -> {
                val next = notebooks.bin(language, at.lines.lastOrNull()?.id)
                show(BinList(at.lines + next.lines, next.more))
            }
            is ShowNotes -> {
                val next = notebooks.notes(language, null, at.lines.lastOrNull()?.id)
                show(at.copy(lines = at.lines + next.lines, more = next.more))
            }
            is ShownLines -> {
                val next = notebooks.shown(language, at.lines.lastOrNull()?.id)
                show(ShownLines(at.lines + next.lines, next.more))
            }
            is Find -> {
                val next = notebooks.search(language, at.query, null, at.lines.lastOrNull()?.id)
                show(at.copy(lines = at.lines + next.lines, more = next.more))
            }
            else -> Unit
        }
    }
}

/** Opens a note. A draft that a crash left becomes its words, with an undo. */
fun Session.open(id: String) {
    act {
        val at = now.value.screen as? Inside ?: return@act
        // A second tap comes when the note is open already.
        val from = if (at is NoteRead) at.from else at
        val draft = notebooks.note(language, id).draft
        draft?.let { write { editNote(id, it.title, it.text) } }
        show(read(id, from), draft?.let { Notice(text(Names.NOTE_CHANGED), undo = Undo.Last) })
    }
}

/** Shows the other things that can be done with a note, or not. */
fun Session.choices(open: Boolean) {
    act { update { shown -> (shown.screen as? NoteRead)?.let { shown.copy(screen = it.copy(choices = open)) } ?: shown } }
}

/** Begins to change a note's words. */
fun Session.edit() {
    act { (now.value.screen as? NoteRead)?.let { show(NoteEdit(it.page, it.from)) } }
}

/** Done with changing it. */
fun Session.editDone() {
    act {
        val at = now.value.screen as? NoteEdit ?: return@act
        leave { read(at.page.id, at.from) }
    }
}

/** Leaves a note as it was before she began to change it. */
fun Session.asItWas() {
    act {
        val at = now.value.screen as? NoteEdit ?: return@act
        val typed = takeTyping()
        write { discardDraft(at.page.id) }
        show(NoteRead(at.page, at.from), Notice(text(Names.NOTE_UNDONE), undo = typed?.let { Undo.Typed(it) }))
    }
}

internal fun Session.read(id: String, from: Inside) = NoteRead(notebooks.note(language, id), from)

private fun Session.onNote(change: suspend (NoteRead) -> Unit) {
    act { (now.value.screen as? NoteRead)?.let { change(it) } }
}

/** Keeps a note at the top of the list, or not any more. */
fun Session.pin(pinned: Boolean) = onNote {
    write { setPinned(it.page.id, pinned) }
    val said = if (pinned) Names.NOTE_PINNED else Names.NOTE_UNPINNED
    show(read(it.page.id, it.from), Notice(text(said), undo = Undo.Last))
}

/** Puts a note in the bin. */
fun Session.toBin() = onNote {
    write { binNote(it.page.id) }
    show(reloaded(it.from), Notice(text(Names.NOTE_BINNED), undo = Undo.Last))
}

/** Takes a note out of the bin, from its page or from the bin's list. */
fun Session.putBack(id: String) {
    act {
        val at = now.value.screen as? Inside ?: return@act
        write { restoreNote(id) }
        show(reloaded((at as? NoteRead)?.from ?: at), Notice(text(Names.NOTE_RESTORED), undo = Undo.Last))
    }
}

/** Asks, and then deletes a note for good. */
fun Session.deleteForGood(id: String) {
    act {
        val at = now.value.screen as? Inside ?: return@act
        ask(Names.PAGE_DELETE, text(Names.NOTE_DELETE_WHAT), Names.PAGE_DELETE) {
            write { deleteNoteForGood(id) }
            show(reloaded((at as? NoteRead)?.from ?: at), Notice(text(Names.NOTE_DELETED)))
        }
    }
}

/** Asks, and then empties the bin. */
fun Session.emptyBin() {
    act {
        val at = now.value.screen as? BinList ?: return@act
        val texts = now.value.texts ?: return@act
        // Without a number when there are more than one page of them.
        val what = texts.count(Names.BIN_EMPTY_WHAT, at.lines.size.toULong())
        ask(Names.BIN_EMPTY_ALL, if (at.more) texts[Names.BIN_EMPTY_MANY] else what, Names.BIN_EMPTY_ALL) {
            write { emptyBin() }
            show(load(Place.BIN), Notice(text(Names.BIN_EMPTIED)))
        }
    }
}

/** Takes the last change back. */
fun Session.undo() {
    act {
        val at = now.value.screen as? Inside ?: return@act
        val undo = now.value.notice?.undo
        if (undo is Undo.Typed) return@act typeAgain(undo.typing, at)
        if (undo == Undo.OwnWords) return@act undoOwnWords()
        if (undo == Undo.OfDate) return@act undoDate(at)
        if (undo == Undo.OfCard) return@act undoCard(at)
        val what = write { undo() }
        // A new note taken back lies in the bin: say where it is.
        show(reloaded(at), Notice(text(if (what == Kind.ADD) Names.NOTE_BINNED else Names.NOTE_UNDONE)))
    }
}

/** Gives back what she was typing of a note before she put it back as it was. */
private suspend fun Session.typeAgain(typed: Typing, at: Inside) {
    val note = at as? NoteRead ?: return
    // Before the fields are drawn, which begin with it.
    typeOn(typed)
    show(NoteEdit(note.page, note.from))
}

/** Shows the notes with one topic. */
fun Session.openTopic(topic: String) {
    act { show(withTopic(topic)) }
}

/** Begins to give the topic that is shown another name. */
fun Session.nameTopic() {
    act { (now.value.screen as? NotesList)?.topic?.let { show(TopicName(it)) } }
}

/** Gives the topic this name. */
fun Session.renameTopic(name: String) {
    act {
        val at = now.value.screen as? TopicName ?: return@act
        val given = whole(name).trim()
        if (given.isEmpty()) return@act
        fields.set(null)
        write { renameTopic(at.topic, given) }
        show(withTopic(given), Notice(text(Names.TOPIC_RENAMED)))
    }
}

/** Opens the topics of a note. */
fun Session.topics() = onNote { show(NoteTopics(it.page, it.from)) }

/** Gives a note a topic, or takes it off. */
fun Session.setTopic(topic: String, on: Boolean) {
    act {
        val at = now.value.screen as? NoteTopics ?: return@act
        val name = whole(topic).trim()
        if (name.isEmpty()) return@act
        // What the note has by now: another tap may have come before this.
        val has = notebooks.note(language, at.page.id).topics
        write { setTopics(at.page.id, if (on) has + name else has - name) }
        show(NoteTopics(notebooks.note(language, at.page.id), at.from))
    }
}

/** Looks for words. Nothing of it is kept. */
fun Session.find(query: String) {
    act { show(found(query)) }
}

internal fun Session.found(query: String): Find {
    if (query.isBlank()) return Find()
    val asked = whole(query)
    val page = notebooks.search(language, asked, null, null)
    return Find(asked, true, page.lines, page.more)
}

/** Shows the words around what was found in one note. */
fun Session.around(id: String) {
    act {
        val at = now.value.screen as? Find ?: return@act
        show(at.copy(around = at.around + (id to notebooks.around(id, at.query))))
    }
}

/** Opens the list of earlier texts of a note. */
fun Session.earlier() = onNote {
    show(Earlier(it.page, it.from, notebooks.earlierTexts(language, it.page.id)))
}

/** Opens one of the earlier texts. */
fun Session.openEarlier(number: UInt) {
    act {
        val at = now.value.screen as? Earlier ?: return@act
        show(at.copy(number = number, text = notebooks.earlierText(at.page.id, number)))
    }
}

/** Makes the earlier text that is open the note's text again. */
fun Session.useEarlier() {
    act {
        val at = now.value.screen as? Earlier ?: return@act
        val number = at.number ?: return@act
        write { restoreText(at.page.id, number) }
        show(read(at.page.id, at.from), Notice(text(Names.HISTORY_RESTORED), undo = Undo.Last))
    }
}

/** Asks, and then deletes the earlier texts of a note for good. */
fun Session.clearEarlier() {
    act {
        val at = now.value.screen as? Earlier ?: return@act
        ask(Names.EARLIER_CLEAR, text(Names.HISTORY_CLEAR_WHAT), Names.EARLIER_CLEAR) {
            write { clearHistory(at.page.id) }
            show(read(at.page.id, at.from), Notice(text(Names.HISTORY_CLEARED)))
        }
    }
}
