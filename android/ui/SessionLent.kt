package app.notebook.ui

/**
 * Does [use] if the phone lends the thing. If not yet, it is said what for, before the phone asks in its own words; her
 * no is an answer as good as her yes, and changes nothing.
 */
internal suspend fun Session.whenLent(thing: Lent, use: suspend () -> Unit) {
    if (senses.lends(thing)) return use()
    ask(thing.title, text(thing.what), Names.DO_NEXT, Names.DO_NOT_NOW, final = false) {
        when (left.elsewhere { senses.askFor(thing) }) {
            true -> use()
            false -> update { it.copy(notice = Notice(text(thing.refused))) }
            null -> Unit
        }
    }
}
