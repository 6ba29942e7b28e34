package app.notebook.ui

import app.notebook.core.PlanOption
import app.notebook.core.ShowRequest
import app.notebook.core.Form
import app.notebook.core.ShownPart

/** Gets her card ready to be shown. */
fun Session.showSomeone() {
    act { show(prepared(usualShowing())) }
}

/** Gets the note that is read ready to be shown. */
fun Session.showNote() {
    act {
        val note = (now.value.screen as? NoteRead)?.page?.id ?: return@act
        show(prepared(usualShowing().put(ShownPart.Note(note), true).copy(form = Form.LONG)))
    }
}

/** Gets her plan for the date that is read ready to be shown. */
fun Session.showPlan() {
    act {
        val date = (now.value.screen as? DateRead)?.page?.id ?: return@act
        show(prepared(usualShowing().put(ShownPart.Plan(date), true)))
    }
}

/** Gets the page that waits ready. */
fun Session.showWaiting() {
    act {
        val request = notebooks.waitingShowing()
        show(if (request == null) load(Place.CARD) else prepared(request))
    }
}

/** Lets no page wait any more. */
fun Session.dropWaiting() {
    act {
        write { forgetWaitingShowing() }
        show(load(Place.CARD), Notice(text(CardNames.CARD_WAITS_OFF)))
    }
}

/** Gets something ready, in the place of what was. The core holds what she looks at, and gives just that. */
private fun Session.prepared(request: ShowRequest, keepsWords: Boolean = false) =
    Showing(request, notebooks.prepareShowing(language, request), keepsWords)

/** The words are kept with the line about it, or not. */
fun Session.keepShownWords(on: Boolean) {
    act { update { shown -> (shown.screen as? Showing)?.let { shown.copy(screen = it.copy(keepsWords = on)) } ?: shown } }
}

/** Not now: nothing was shown. */
fun Session.showNotNow() {
    act { if (now.value.screen is Showing) show(load(Place.CARD)) }
}

/** Lets the page wait, to be looked at another day. Asks first if another one waits. */
fun Session.letShowingWait() {
    act {
        val at = now.value.screen as? Showing ?: return@act
        val waits = notebooks.waitingShowing()
        if (waits == null || waits == at.request) return@act letWait(at.request)
        ask(CardNames.SHOW_WAIT, text(CardNames.SHOW_WAIT_INSTEAD), CardNames.SHOW_WAIT) { letWait(at.request) }
    }
}

private suspend fun Session.letWait(request: ShowRequest) {
    write { letShowingWait(request) }
    show(load(Place.CARD), Notice(text(CardNames.SHOW_IS_WAITING)))
}

/** Shows all that can be changed about it. */
fun Session.changeShowing() {
    act {
        val at = now.value.screen as? Showing ?: return@act
        show(ShowChange(at, notebooks.peopleSeen(language), FirstFields(at.request.first)))
    }
}

/** Changes it, and gets it ready anew. */
fun Session.change(edit: (ShowRequest) -> ShowRequest) {
    act { (now.value.screen as? ShowChange)?.let { show(preparedAnew(it, edit)) } }
}

/** With what stands first on a page as it is typed by now. */
internal fun Session.preparedAnew(at: ShowChange, edit: (ShowRequest) -> ShowRequest = { it }): ShowChange {
    val request = edit(at.showing.request).copy(first = at.first.typed)
    return at.copy(showing = prepared(request, at.showing.keepsWords))
}

/** Each change of what stands first on a page. It is got ready with the next step. */
fun Session.firstTyped(first: FirstFields) {
    act { update { shown -> (shown.screen as? ShowChange)?.let { shown.copy(screen = it.copy(first = first)) } ?: shown } }
}

/** Done with changing it: the page before it goes, got ready anew. */
fun Session.changeShowingDone() {
    act { (now.value.screen as? ShowChange)?.let { show(beforeCard(it)) } }
}

/** Shows dates with a plan, of which one may go on it. */
fun Session.plansToShow() {
    act { (now.value.screen as? ShowChange)?.let { show(ShowPlans(it, notebooks.plansToShow(language))) } }
}

/** Puts a plan on it. */
fun Session.putPlan(plan: PlanOption) {
    act {
        val at = now.value.screen as? ShowPlans ?: return@act
        show(preparedAnew(at.change) { it.put(ShownPart.Plan(plan.id), true) })
    }
}

/** Shows her notes, of which one may go on it. */
fun Session.notesToShow() {
    act {
        val at = now.value.screen as? ShowChange ?: return@act
        notebooks.notes(language, null, null).let { show(ShowNotes(at, it.lines, it.more)) }
    }
}

/** Shows the paragraphs of a note, to choose from. */
fun Session.partsOfNote(note: String) {
    act { (now.value.screen as? ShowNotes)?.let { show(ShowNote(it, note, notebooks.noteParagraphs(note))) } }
}

/** Takes a paragraph, or leaves it. */
fun Session.paragraph(at: Int, on: Boolean) {
    act {
        update { shown ->
            val note = shown.screen as? ShowNote ?: return@update shown
            shown.copy(screen = note.copy(on = if (on) note.on + at else note.on - at))
        }
    }
}

/** Puts the chosen paragraphs on it. */
fun Session.putNote() {
    act {
        val at = now.value.screen as? ShowNote ?: return@act
        if (at.on.isNotEmpty()) show(preparedAnew(at.notes.change) { it.put(at) })
    }
}
