package app.notebook.ui

import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import app.notebook.core.ReceiptPage
import app.notebook.core.ShownLine

/** What she showed, a line about each. */
@Composable
fun ShownScreen(state: ShownLines, onOpen: (ShownLine) -> Unit, onMore: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    ListPage(
        texts[CardNames.CARD_SHOWN],
        onBack,
        top = { if (state.lines.isEmpty()) Say(texts[CardNames.RECEIPT_NONE]) },
    ) {
        items(state.lines, key = { it.id }) { line -> ListLine(line.line, line.state) { onOpen(line) } }
        loadMore(state.more, texts, onMore)
    }
}

/** What can be done with a line about what she showed. */
class ReceiptActs(val copy: (() -> Unit)?, val asked: () -> Unit, val delete: () -> Unit)

internal fun ReceiptActs(session: Session) =
    ReceiptActs(session::copyAsking.takeIf { session.clips != null }, session::asked, session::deleteReceipt)

/** One line about what she showed, and all that is kept of it. */
@Composable
fun ReceiptScreen(page: ReceiptPage, acts: ReceiptActs, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[CardNames.CARD_SHOWN], onBack) {
        Say(page.line.line)
        Say(page.parts)
        Say(page.line.state)
        if (page.words.isNotEmpty()) Heading(texts[CardNames.RECEIPT_WORDS_KEPT])
        page.words.forEach { Say(it) }
        page.ask?.let { Asking(it, page.hasAsked, acts) }
        WideButton(texts[CardNames.RECEIPT_OFF], Act.FINAL, onClick = acts.delete)
    }
}

@Composable
private fun Asking(words: String, hasAsked: Boolean, acts: ReceiptActs) {
    val texts = LocalTexts.current
    Heading(texts[CardNames.RECEIPT_ASK_WHAT])
    Say(words)
    if (acts.copy != null) WideButton(texts[CardNames.RECEIPT_ASK_COPY], onClick = acts.copy)
    if (!hasAsked) WideButton(texts[CardNames.RECEIPT_ASKED], onClick = acts.asked)
}
