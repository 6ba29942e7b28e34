package app.notebook.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.runtime.remember
import app.notebook.core.CardLine
import app.notebook.core.CardPage
import app.notebook.core.PastPage

/** The screens under Card. */
@Composable
internal fun CardScreens(session: Session, screen: CardPlace, look: Look) {
    val back = session::goBack
    when (screen) {
        is CardHome -> CardScreen(screen, CardActs(session))
        is MyCard -> MyCardScreen(screen.page, session::changeSection, session::addSection, session::go, back)
        is PastCards -> PastCardsScreen(screen.page, session::keepPastCards, session::clearPastCards, back)
        is SectionEdit ->
            key(screen.part) {
                val start = remember { session.sectionFieldsOf(screen) }
                SectionScreen(screen, start, SectionActs(session), back)
            }
        is SeenList -> SeenScreen(screen.all, session::changeSeen, session::go, back)
        is SeenEdit -> {
            val start = remember { session.seenFieldsOf(screen) }
            SeenPersonScreen(screen, start, SeenActs(session), back)
        }
        is ChoiceList -> ChoicesScreen(screen.lines, session::changeChoice, back)
        is ChoiceEdit -> {
            val start = remember { session.choiceFieldsOf(screen) }
            ChoiceScreen(screen, start, ChoiceActs(session), back)
        }
        is ShownLines -> ShownScreen(screen, session::openReceipt, session::loadMore, back)
        is Receipt -> ReceiptScreen(screen.page, ReceiptActs(session), back)
        is Preparing -> ShowScreens(session, screen, look)
        is ReadOut -> ReadOutScreen(screen, session::line, session::givenDone)
        is TextGiven -> TextGivenScreen(screen.text, session::givenDone, back)
        is PageGiven -> PageGivenScreen(session::printPage.takeIf { session.printer != null }, session::savePage, session::givenDone, back)
    }
}

/** What can be done with her card. */
class CardActs(
    val go: (Place) -> Unit,
    val show: () -> Unit,
    val waiting: () -> Unit,
    val dropWaiting: () -> Unit,
)

private fun CardActs(session: Session) =
    CardActs(session::go, session::showSomeone, session::showWaiting, session::dropWaiting)

/** The way to her card, and to all that goes with it. What stands on it does not show here. */
@Composable
fun CardScreen(state: CardHome, acts: CardActs) {
    val texts = LocalTexts.current
    Page(texts[CardNames.BAR_CARD]) {
        if (state.isEmpty) {
            Say(texts[CardNames.CARD_WHAT])
            WideButton(texts[CardNames.CARD_WRITE], Act.MAIN) { acts.go(Place.MY_CARD) }
        } else {
            WideButton(texts[CardNames.CARD_SHOW], Act.MAIN, onClick = acts.show)
            WideButton(texts[CardNames.CARD_MINE]) { acts.go(Place.MY_CARD) }
        }
        WideButton(texts[CardNames.CARD_PEOPLE]) { acts.go(Place.SEEN) }
        WideButton(texts[CardNames.CARD_SHOWN]) { acts.go(Place.SHOWN) }
        if (state.waits) {
            Heading(texts[CardNames.CARD_WAITS])
            WideButton(texts[CardNames.CARD_WAITS_LOOK], onClick = acts.waiting)
            WideButton(texts[Names.DO_LEAVE], onClick = acts.dropWaiting)
        }
    }
}

/** Her card, a section each, to look over and to change. */
@Composable
fun MyCardScreen(page: CardPage, onChange: (CardLine) -> Unit, onAdd: () -> Unit, onGo: (Place) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[CardNames.CARD_MINE], onBack) {
        page.over?.let { Say(it, quiet = true) }
        for (line in page.lines) {
            if (line.text.isEmpty()) Told(line.name, texts[CardNames.CARD_NOT_YET], quiet = true) else Say(line.text)
            WideButton(texts.with(CardNames.CARD_CHANGE, line.name)) { onChange(line) }
        }
        WideButton(texts[CardNames.CARD_OWN_ADD], onClick = onAdd)
        WideButton(texts[CardNames.CARD_PAST]) { onGo(Place.PAST_CARDS) }
    }
}

/** Older cards: whether they are kept, and those that are here. */
@Composable
fun PastCardsScreen(page: PastPage, onKeep: (Boolean) -> Unit, onClear: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[CardNames.CARD_PAST], onBack) {
        Say(texts[CardNames.CARD_PAST_WHAT])
        Switched(texts[CardNames.CARD_PAST_KEEP], page.keeps, onKeep)
        if (page.cards.isEmpty()) Say(texts[CardNames.CARD_PAST_NONE], quiet = true)
        for (card in page.cards) {
            Heading(card.written)
            Say(card.text)
        }
        if (page.cards.isNotEmpty()) WideButton(texts[CardNames.CARD_PAST_CLEAR], Act.FINAL, onClick = onClear)
    }
}
