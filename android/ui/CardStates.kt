package app.notebook.ui

import app.notebook.core.Card
import app.notebook.core.CardChoices
import app.notebook.core.CardPage
import app.notebook.core.ChoiceLine
import app.notebook.core.ChoiceOptions
import app.notebook.core.PastPage
import app.notebook.core.ReceiptPage
import app.notebook.core.SeenAs
import app.notebook.core.SeenLine
import app.notebook.core.ShownLine
import app.notebook.core.ShownPart

/** A page about her card, about whom she sees, or about showing someone: only in a full notebook. */
sealed interface CardPlace : Inside {
    override val place
        get() = Place.CARD
}

/** The way to her card, and to all that goes with it: no word of the card itself. */
data class CardHome(val isEmpty: Boolean, val waits: Boolean) : CardPlace

/** Her card, a section each, to look over and to change. */
data class MyCard(val page: CardPage) : CardPlace

/** A section of her card that is being written, and the card as it was kept before. */
data class SectionEdit(
    val part: ShownPart,
    val name: String,
    val card: Card,
    val choices: CardChoices,
) : CardPlace

/** Older cards: whether they are kept, and those that are here. */
data class PastCards(val page: PastPage) : CardPlace

/** Whom she sees. */
data class SeenList(val all: List<SeenLine>) : CardPlace

/**
 * Someone she sees, being changed; none for someone new. The [others] are those of whom they may be part, and [nameless]
 * is what someone without a name is called: held here, as at Close no words of the screen are left.
 */
data class SeenEdit(
    val line: SeenLine?,
    val others: List<SeenLine>,
    val nameless: Map<SeenAs, String>,
    val kept: KeptPerson = KeptPerson(line?.id),
) : CardPlace

/** Who it became that she writes of, so that no one is put down twice. Read and written on the core's thread alone. */
class KeptPerson(var id: String?)

/** What each of them may see. */
data class ChoiceList(val lines: List<ChoiceLine>) : CardPlace

/** One choice, being made or changed; none for a new one. */
data class ChoiceEdit(val line: ChoiceLine?, val options: ChoiceOptions) : CardPlace

/** What she showed, a line about each. */
data class ShownLines(val lines: List<ShownLine>, val more: Boolean) : CardPlace

/** One line about what she showed, and all that is kept of it. */
data class Receipt(val page: ReceiptPage) : CardPlace
