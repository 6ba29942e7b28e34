package app.notebook.ui

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import app.notebook.core.Answer
import app.notebook.core.Card
import app.notebook.core.Filing
import app.notebook.core.Reach
import app.notebook.core.Section
import app.notebook.core.ShownPart

/** What can be done with a section of her card. */
class SectionActs(val typed: (SectionFields) -> Unit, val done: () -> Unit, val takeOut: () -> Unit)

internal fun SectionActs(session: Session) =
    SectionActs(session::sectionTyped, session::cardDone, session::takeOutSection)

/** A section of her card, while she writes it. */
@Composable
fun SectionScreen(state: SectionEdit, start: SectionFields, acts: SectionActs, onBack: () -> Unit) {
    val texts = LocalTexts.current
    var fields by remember { mutableStateOf(start) }
    val type = { changed: SectionFields -> acts.typed(changed.also { fields = it }) }
    Page(state.name, onBack) {
        when (val part = state.part) {
            is ShownPart.Section -> OfSection(part.v1, state, fields, type)
            is ShownPart.Own -> OwnPart(fields, type)
            is ShownPart.Plan, is ShownPart.Note -> Unit
        }
        Say(texts[DateNames.DATE_KEPT_WHEN], quiet = true)
        WideButton(texts[Names.DO_DONE], Act.MAIN, onClick = acts.done)
        if (state.own != null) WideButton(texts[CardNames.CARD_OWN_OFF], onClick = acts.takeOut)
    }
}

@Composable
private fun OfSection(section: Section, state: SectionEdit, fields: SectionFields, onFields: (SectionFields) -> Unit) {
    val texts = LocalTexts.current
    val card = { changed: Card -> onFields(fields.copy(card = changed)) }
    when (section) {
        Section.WANTS -> {
            Say(texts[DateNames.PLAN_SAY_WHAT], quiet = true)
            ListPart(CardList.WANTS, state, fields, onFields)
        }
        Section.PLEASE -> {
            Heading(texts[CardNames.SHOWN_DO])
            ListPart(CardList.PLEASE, state, fields, onFields)
            Heading(texts[CardNames.SHOWN_DO_NOT])
            ListPart(CardList.PLEASE_NOT, state, fields, onFields)
        }
        Section.RECEPTION -> ListPart(CardList.RECEPTION, state, fields, onFields)
        Section.REACH -> ReachPart(fields.card.reach) { card(fields.card.copy(reach = it)) }
        Section.MEDICINES -> MedicinesPart(fields.card, card)
        Section.FILING -> FilingPart(fields.card.filing) { card(fields.card.copy(filing = it)) }
        Section.ABOUT -> AboutPart(fields.card, card)
    }
}

/** A list on the card: what is on it, what can be picked, and a field for her own words. */
@Composable
private fun ListPart(list: CardList, state: SectionEdit, fields: SectionFields, onFields: (SectionFields) -> Unit) {
    val texts = LocalTexts.current
    OnTheList(list, state, fields, onFields)
    Heading(texts[CardNames.CARD_PICK])
    for (phrase in state.choices.phrases(list)) {
        val isOn = fields.has(phrase, list)
        Switched(phrase.text, phrase.picture, isOn, isOn || !fields.hasNoRoom(list)) { on ->
            onFields(fields.pick(phrase, list, on))
        }
    }
    val typed = fields.typing[list].orEmpty()
    Field(texts[CardNames.CARD_PICK_OWN], typed, lines = 2, enabled = !fields.isFull(list)) {
        onFields(fields.copy(typing = fields.typing + (list to it)))
    }
    WideButton(texts[CardNames.CARD_PICK_ADD], enabled = typed.isNotBlank() && !fields.isFull(list)) {
        onFields(fields.add(list))
    }
}

@Composable
private fun OnTheList(list: CardList, state: SectionEdit, fields: SectionFields, onFields: (SectionFields) -> Unit) {
    val texts = LocalTexts.current
    fields.shown(list, state.choices).forEachIndexed { place, thing ->
        Say(thing.text)
        if (place > 0) {
            WideButton(texts.with(CardNames.CARD_PICK_UP, thing.text)) { onFields(fields.moveUp(thing.at, list, state.choices)) }
        }
        WideButton(texts.with(CardNames.CARD_PICK_OFF, thing.text)) { onFields(fields.takeOff(thing.at, list)) }
    }
}

/** How they can reach her, and she stays safe. */
@Composable
private fun ReachPart(reach: Reach, onReach: (Reach) -> Unit) {
    val texts = LocalTexts.current
    Say(texts[CardNames.CARD_REACH_WHAT])
    Field(texts[CardNames.SHOWN_NUMBER], reach.number) { onReach(reach.copy(number = it)) }
    Field(texts[CardNames.SHOWN_WHEN], reach.`when`) { onReach(reach.copy(`when` = it)) }
    AnswerPart(CardNames.SHOWN_VOICEMAIL, reach.voicemail) { onReach(reach.copy(voicemail = it)) }
    AnswerPart(CardNames.SHOWN_TEXTS, reach.texts) { onReach(reach.copy(texts = it)) }
    AnswerPart(CardNames.SHOWN_LETTERS, reach.letters) { onReach(reach.copy(letters = it)) }
    Field(texts[CardNames.SHOWN_PICKS_UP], reach.whoAnswers) { onReach(reach.copy(whoAnswers = it)) }
    Field(texts[CardNames.SHOWN_NOT_TOLD], reach.notTold) { onReach(reach.copy(notTold = it)) }
}

private val ANSWERS =
    listOf(
        Answer.YES to CardNames.SHOWN_YES,
        Answer.NO to CardNames.SHOWN_NO,
        Answer.NOT_SAID to CardNames.CARD_NOT_SAID,
    )

/** Whether something is all right: yes, no, or she does not say. */
@Composable
private fun AnswerPart(what: String, answer: Answer, onAnswer: (Answer) -> Unit) {
    Heading(LocalTexts.current[what])
    OneOf(ANSWERS, answer, onAnswer)
}

private val FILINGS =
    listOf(
        Filing.YES to CardNames.SHOWN_YES,
        Filing.ASK_ME to CardNames.SHOWN_ASK_FIRST,
        Filing.NO to CardNames.SHOWN_NO,
        Filing.NOT_SAID to CardNames.CARD_NOT_SAID,
    )

@Composable
private fun FilingPart(filing: Filing, onFiling: (Filing) -> Unit) = OneOf(FILINGS, filing, onFiling)

/** One of several, each by the name of its message. */
@Composable
internal fun <T> OneOf(all: List<Pair<T, String>>, chosen: T, onChoose: (T) -> Unit) {
    val texts = LocalTexts.current
    Column(Modifier.selectableGroup()) {
        for ((one, name) in all) Choice(texts[name], one == chosen) { onChoose(one) }
    }
}

@Composable
private fun MedicinesPart(card: Card, onCard: (Card) -> Unit) {
    val texts = LocalTexts.current
    Field(texts[CardNames.SHOWN_TAKES], card.medicines, lines = 3) { onCard(card.copy(medicines = it)) }
    Field(texts[CardNames.SHOWN_ALLERGIES], card.allergies, lines = 3) { onCard(card.copy(allergies = it)) }
}

@Composable
private fun AboutPart(card: Card, onCard: (Card) -> Unit) {
    val (texts, about) = LocalTexts.current to card.about
    Say(texts[CardNames.CARD_ABOUT_WHAT])
    Field(texts[CardNames.SHOWN_NAME], about.name) { onCard(card.copy(about = about.copy(name = it))) }
    Field(texts[CardNames.SHOWN_BORN], about.born) { onCard(card.copy(about = about.copy(born = it))) }
    Field(texts[CardNames.SHOWN_NHS], about.nhsNumber) { onCard(card.copy(about = about.copy(nhsNumber = it))) }
}

@Composable
private fun OwnPart(fields: SectionFields, onFields: (SectionFields) -> Unit) {
    val texts = LocalTexts.current
    Field(texts[CardNames.CARD_OWN_TITLE], fields.title) { onFields(fields.copy(title = it)) }
    Field(texts[CardNames.CARD_OWN_TEXT], fields.text, lines = 4) { onFields(fields.copy(text = it)) }
}
