package app.notebook.ui

import app.notebook.core.ShownLine

/** Opens a line about what she showed. */
fun Session.openReceipt(line: ShownLine) {
    act { show(receipt(line.id)) }
}

private fun Session.receipt(id: String) = Receipt(notebooks.receipt(language, id))

/** Copies words to ask them not to use it. Nothing sends them. */
fun Session.copyAsking() {
    act {
        val words = (now.value.screen as? Receipt)?.page?.ask ?: return@act
        clips?.copy(words) ?: return@act
        update { it.copy(notice = Notice(text(DateNames.DATE_COPIED))) }
    }
}

/** Puts down that she asked them. */
fun Session.asked() = onReceipt { id ->
    write { endReceipt(id) }
    show(receipt(id), Notice(text(CardNames.RECEIPT_ENDED)))
}

/** Asks, and then deletes the line for good. */
fun Session.deleteReceipt() = onReceipt { id ->
    ask(CardNames.RECEIPT_OFF, text(CardNames.RECEIPT_DELETE_WHAT), CardNames.RECEIPT_OFF) {
        write { deleteReceipt(id) }
        show(load(Place.SHOWN), Notice(text(CardNames.RECEIPT_DELETED)))
    }
}

private fun Session.onReceipt(change: suspend (String) -> Unit) {
    act { (now.value.screen as? Receipt)?.let { change(it.page.line.id) } }
}
