package app.notebook.ui

import app.notebook.core.Card
import app.notebook.core.CardChoices
import app.notebook.core.CardEntry
import app.notebook.core.OwnSection
import app.notebook.core.PhraseChoice
import app.notebook.core.ShownPart

/** A list on the card, and how many things it has at most. */
enum class CardList(val most: Int) {
    WANTS(3),
    PLEASE(50),
    PLEASE_NOT(50),
    RECEPTION(50),
}

/** A thing on a list that can be shown, and its place on it. */
class OnList(val at: Int, val text: String)

/** A section of the card as she writes it: the card so far, what is typed for its lists, and a part of her own. */
data class SectionFields(
    val card: Card,
    val typing: Map<CardList, String> = emptyMap(),
    val title: String = "",
    val text: String = "",
)

/** The fields of a section as it was kept. */
fun SectionFields(at: SectionEdit): SectionFields {
    val own = at.own
    return SectionFields(at.card, title = own?.title.orEmpty(), text = own?.text.orEmpty())
}

/** The part of her own that it is, if it is on the card. */
internal val SectionEdit.own: OwnSection?
    get() = (part as? ShownPart.Own)?.let { part -> card.sections.firstOrNull { it.id == part.v1 } }

internal fun Card.entries(list: CardList): List<CardEntry> =
    when (list) {
        CardList.WANTS -> wants
        CardList.PLEASE -> please
        CardList.PLEASE_NOT -> pleaseNot
        CardList.RECEPTION -> reception
    }

internal fun Card.with(list: CardList, entries: List<CardEntry>): Card =
    when (list) {
        CardList.WANTS -> copy(wants = entries)
        CardList.PLEASE -> copy(please = entries)
        CardList.PLEASE_NOT -> copy(pleaseNot = entries)
        CardList.RECEPTION -> copy(reception = entries)
    }

internal fun CardChoices.phrases(list: CardList): List<PhraseChoice> =
    when (list) {
        CardList.WANTS -> wants
        CardList.PLEASE -> please
        CardList.PLEASE_NOT -> pleaseNot
        CardList.RECEPTION -> reception
    }

/** What is on a list. A phrase that is not known here is kept and not shown. */
fun SectionFields.shown(list: CardList, choices: CardChoices): List<OnList> =
    card.entries(list).mapIndexedNotNull { at, entry ->
        when (entry) {
            is CardEntry.Own -> OnList(at, entry.v1)
            is CardEntry.Picked -> choices.phrases(list).firstOrNull { it.name == entry.pick }?.let { OnList(at, it.text) }
        }
    }

/** Whether nothing more has room on a list. */
fun SectionFields.isFull(list: CardList) = card.entries(list).size >= list.most

/** Whether no phrase has room on a list beside what is typed for it, which would be lost. */
fun SectionFields.hasNoRoom(list: CardList) = added(card, list).entries(list).size >= list.most

/** Whether a phrase is on a list. */
fun SectionFields.has(phrase: PhraseChoice, list: CardList) = CardEntry.Picked(phrase.name) in card.entries(list)

/** With a phrase on a list, or off it. */
fun SectionFields.pick(phrase: PhraseChoice, list: CardList, on: Boolean): SectionFields {
    val entry = CardEntry.Picked(phrase.name)
    val others = card.entries(list) - entry
    return copy(card = card.with(list, if (on && !hasNoRoom(list)) others + entry else others))
}

/** With what is typed for a list on it. */
fun SectionFields.add(list: CardList) = copy(card = added(card, list), typing = typing - list)

/** Without the thing at this place of a list. */
fun SectionFields.takeOff(at: Int, list: CardList) =
    copy(card = card.with(list, card.entries(list).filterIndexed { place, _ -> place != at }))

/** With the thing at this place of a list one higher, among those that can be shown. */
fun SectionFields.moveUp(at: Int, list: CardList, choices: CardChoices): SectionFields {
    val above = shown(list, choices).lastOrNull { it.at < at }?.at ?: return this
    val entries = card.entries(list).toMutableList()
    entries.add(above, entries.removeAt(at))
    return copy(card = card.with(list, entries))
}

private fun SectionFields.added(card: Card, list: CardList): Card {
    val (entries, typed) = card.entries(list) to CardEntry.Own(typing[list].orEmpty().trim())
    if (typed.v1.isEmpty() || entries.size >= list.most || typed in entries) return card
    return card.with(list, entries + typed)
}

/** The card as it would be kept now: what is typed and not added yet is kept too. */
fun SectionFields.typed(part: ShownPart): Card {
    val all = typing.keys.fold(card) { card, list -> added(card, list) }.whole()
    val id = (part as? ShownPart.Own)?.v1 ?: return all
    val own = OwnSection(id, whole(title), whole(text))
    val isThere = all.sections.any { it.id == id }
    return when {
        isThere -> all.copy(sections = all.sections.map { if (it.id == id) own else it })
        title.isBlank() && text.isBlank() -> all
        else -> all.copy(sections = all.sections + own)
    }
}

/** What is new in it among her words, for a note. */
internal fun SectionFields.words(at: SectionEdit): List<String> = typed(at.part).words() - at.card.words().toSet()

private fun Card.words(): List<String> {
    val own = (wants + please + pleaseNot + reception).mapNotNull { (it as? CardEntry.Own)?.v1 }
    val reached = reach.run { listOf(number, `when`, whoAnswers, notTold) }
    val she = about.run { listOf(name, born, nhsNumber) }
    return own + reached + medicines + allergies + she + sections.flatMap { listOf(it.title, it.text) }
}

private fun Card.whole() =
    copy(
        wants = wants.whole(),
        please = please.whole(),
        pleaseNot = pleaseNot.whole(),
        reception = reception.whole(),
        reach =
            reach.run {
                copy(number = whole(number), `when` = whole(`when`), whoAnswers = whole(whoAnswers), notTold = whole(notTold))
            },
        medicines = whole(medicines),
        allergies = whole(allergies),
        about = about.run { copy(name = whole(name), born = whole(born), nhsNumber = whole(nhsNumber)) },
    )

private fun List<CardEntry>.whole() = map { if (it is CardEntry.Own) CardEntry.Own(whole(it.v1)) else it }
