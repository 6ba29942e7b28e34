package app.notebook.ui

import app.notebook.core.VisitPage
import app.notebook.core.When

/** Each change of the time that a single one is to move to. */
fun Session.moveTyped(time: TimeFields) {
    val at = now.value.screen as? DateMove ?: return
    fields.set(Fields.OfMove(at.page, time))
    touched()
}

/** The time that stands in the fields where a single one is moved, for fields that are drawn anew. */
internal fun Session.moveFieldsOf(page: VisitPage): TimeFields {
    val typed = (fields.get() as? Fields.OfMove)?.takeIf { it.page.id == page.id && it.page.day == page.day }
    return typed?.time ?: TimeFields(page.isAt)
}

/** Moves the single one, if the time can be understood. */
fun Session.moveDone() {
    act {
        val at = now.value.screen as? DateMove ?: return@act
        val (day, read) = (at.page.day ?: return@act) to moveFieldsOf(at.page).read()
        val moved = read.time ?: return@act tellTrouble(read)
        val trouble = changeDates { moveVisit(at.page.id, day, moved) }
        fields.set(null)
        show(readDate(at.page.id, day, at.from), dateNotice(DateNames.VISIT_MOVED, trouble))
    }
}

/** The same where she leaves the page. What can't be understood moves nothing, and she is told. */
internal fun Session.keep(typed: Fields.OfMove): Notice? {
    val (day, read) = (typed.page.day ?: return null) to typed.time.read()
    val moved = read.time ?: return read.trouble?.let { Notice(text(it), trouble = true) }
    if (moved == typed.page.isAt) return null
    return dateNotice(DateNames.VISIT_MOVED, changeDates { moveVisit(typed.page.id, day, moved) })
}

/** Says what can't be understood of a time. What she has typed stays. */
internal suspend fun Session.tellTrouble(read: ReadTime) {
    update { it.copy(notice = Notice(text(read.trouble.orEmpty()), trouble = true)) }
}

/** When the single one is that is shown: where it was moved to, if it was. */
private val VisitPage.isAt: When
    get() = visit.repeat?.moved?.firstOrNull { it.day == day }?.`when` ?: visit.`when`.on(day)
