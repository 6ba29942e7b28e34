package app.notebook.ui

import app.notebook.core.CardLine
import app.notebook.core.ShownPart

/** What one of the places about her card shows now. */
internal fun Session.loadOfCard(place: Place): CardPlace =
    when (place) {
        Place.MY_CARD -> MyCard(notebooks.card(language))
        Place.PAST_CARDS -> PastCards(notebooks.pastCards(language))
        Place.SEEN -> SeenList(notebooks.peopleSeen(language))
        Place.CHOICES -> ChoiceList(notebooks.choices(language))
        Place.SHOWN -> notebooks.shown(language, null).let { ShownLines(it.lines, it.more) }
        else -> notebooks.card(language).let { page -> CardHome(page.lines.all { it.text.isEmpty() }, page.waits) }
    }

/** One step back from a page about her card; to Home from the first of them. */
internal fun Session.beforeCard(at: CardPlace): Screen =
    when (at) {
        is CardHome -> load(Place.WRITE)
        is SectionEdit, is PastCards -> load(Place.MY_CARD)
        is SeenEdit, is ChoiceList -> load(Place.SEEN)
        is ChoiceEdit -> load(Place.CHOICES)
        is Receipt -> load(Place.SHOWN)
        is ShowChange -> preparedAnew(at).showing
        is ShowPlans -> at.change
        is ShowNotes -> at.change
        is ShowNote -> at.notes
        is MyCard, is SeenList, is ShownLines, is Showing, is ReadOut, is TextGiven, is PageGiven -> load(Place.CARD)
    }

/** Begins to write a section of her card. */
fun Session.changeSection(line: CardLine) {
    act { (now.value.screen as? MyCard)?.let { showSection(it, line.part, line.name) } }
}

/** Begins to write a part of her own. */
fun Session.addSection() {
    act {
        val at = now.value.screen as? MyCard ?: return@act
        showSection(at, ShownPart.Own(notebooks.newSection()), text(CardNames.CARD_OWN_ADD))
    }
}

private suspend fun Session.showSection(at: MyCard, part: ShownPart, name: String) {
    show(SectionEdit(part, name, at.page.card, notebooks.cardChoices(language)))
}

/** Each change of what she writes on a section. */
fun Session.sectionTyped(typed: SectionFields) {
    val at = now.value.screen as? SectionEdit ?: return
    fields.set(Fields.OfSection(at, typed))
    touched()
}

/** What stands in the fields of a section, for fields that are drawn anew. */
internal fun Session.sectionFieldsOf(at: SectionEdit): SectionFields {
    val typed = (fields.get() as? Fields.OfSection)?.takeIf { it.at.part == at.part && it.at.card == at.card }
    return typed?.typed ?: SectionFields(at)
}

/** Keeps what she wrote on a section, if it is another than before. */
internal fun Session.keep(typed: Fields.OfSection): Notice? {
    val card = typed.typed.typed(typed.at.part)
    if (card == typed.at.card) return null
    write { setCard(card) }
    return Notice(text(CardNames.CARD_KEPT), Undo.OfCard)
}

/** Done with what she writes of her card, or of someone she sees. */
fun Session.cardDone() {
    act {
        val at = now.value.screen as? CardPlace ?: return@act
        if (at is SectionEdit || at is SeenEdit) leave { beforeCard(at) }
    }
}

/** Takes the part of her own that is open off the card. */
fun Session.takeOutSection() {
    act {
        val at = now.value.screen as? SectionEdit ?: return@act
        val own = at.own ?: return@act
        write { setCard(at.card.copy(sections = at.card.sections - own)) }
        fields.set(null)
        show(load(Place.MY_CARD), Notice(text(CardNames.CARD_OWN_IS_OFF), Undo.OfCard))
    }
}

/** Puts the card back as it was before the last change. */
internal suspend fun Session.undoCard(at: Inside) {
    write { undoCard() }
    show(if (at is CardPlace) load(Place.MY_CARD) else reloaded(at), Notice(text(CardNames.CARD_BACK_AGAIN)))
}

/** Keeps older cards from now on, or not. */
fun Session.keepPastCards(on: Boolean) {
    act {
        write { keepPastCards(on) }
        show(load(Place.PAST_CARDS), Notice(text(if (on) CardNames.CARD_PAST_ON else CardNames.CARD_PAST_OFF)))
    }
}

/** Asks, and then deletes the older cards for good. */
fun Session.clearPastCards() {
    act {
        ask(CardNames.CARD_PAST_CLEAR, text(CardNames.CARD_PAST_CLEAR_WHAT), CardNames.CARD_PAST_CLEAR) {
            write { clearPastCards() }
            show(load(Place.PAST_CARDS), Notice(text(CardNames.CARD_PAST_CLEARED)))
        }
    }
}
