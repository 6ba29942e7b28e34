package app.notebook.preview

import app.notebook.core.Paragraph
import app.notebook.core.Section
import app.notebook.core.SeenAs
import app.notebook.core.SeenLine
import app.notebook.core.ShownPart
import app.notebook.core.Way
import app.notebook.ui.CardHome
import app.notebook.ui.CardList
import app.notebook.ui.ChoiceEdit
import app.notebook.ui.ChoiceList
import app.notebook.ui.MyCard
import app.notebook.ui.Place as Where
import app.notebook.ui.Screen
import app.notebook.ui.SectionEdit
import app.notebook.ui.SectionFields
import app.notebook.ui.SeenEdit
import app.notebook.ui.SeenFields
import app.notebook.ui.SeenList
import app.notebook.ui.ShowChange
import app.notebook.ui.Showing
import app.notebook.ui.ChoiceFields
import app.notebook.ui.cardDone
import app.notebook.ui.change
import app.notebook.ui.changeChoice
import app.notebook.ui.changeSection
import app.notebook.ui.changeSeen
import app.notebook.ui.changeShowing
import app.notebook.ui.changeShowingDone
import app.notebook.ui.choiceDone
import app.notebook.ui.go
import app.notebook.ui.phrases
import app.notebook.ui.pick
import app.notebook.ui.sectionFieldsOf
import app.notebook.ui.sectionTyped
import app.notebook.ui.seenFieldsOf
import app.notebook.ui.seenTyped
import app.notebook.ui.showSomeone

/** What is on the screen, once it is such a page. */
inline fun <reified T : Screen> Robot.at(crossinline ready: (T) -> Boolean = { true }): T {
    until { session.now.value.run { question == null && busy == null && (screen as? T)?.let(ready) == true } }
    return session.now.value.screen as T
}

inline fun <reified T : Screen> Robot.goTo(place: Where): T {
    session.go(place)
    return at<T>()
}

/** Opens a section of her card. */
fun Robot.openSection(section: Section): SectionEdit {
    val line = goTo<MyCard>(Where.MY_CARD).page.lines.first { it.part == ShownPart.Section(section) }
    session.changeSection(line)
    return at()
}

/** Writes on the section that is open. */
fun Robot.section(change: (SectionFields) -> SectionFields): SectionFields {
    val fields = change(session.sectionFieldsOf(at<SectionEdit>()))
    session.sectionTyped(fields)
    return fields
}

/** Done with the section: her card again, as it is kept. */
fun Robot.sectionDone(): MyCard {
    session.cardDone()
    return at()
}

/** Writes a short card. */
fun Robot.writeCard() {
    val wants = openSection(Section.WANTS).choices.phrases(CardList.WANTS).first()
    section { it.pick(wants, CardList.WANTS, true).copy(typing = mapOf(CardList.WANTS to "A window seat")) }
    sectionDone()
    openSection(Section.REACH)
    section { it.copy(card = it.card.copy(reach = it.card.reach.copy(number = "07700 900123"))) }
    sectionDone()
    openSection(Section.ABOUT)
    section { it.copy(card = it.card.copy(about = it.card.about.copy(name = "Ines"))) }
    sectionDone()
    goTo<CardHome>(Where.CARD)
}

/** Someone she sees. */
fun Robot.sees(name: String, kind: SeenAs = SeenAs.CLINICIAN): SeenLine {
    goTo<SeenList>(Where.SEEN)
    session.changeSeen(null)
    val fields = session.seenFieldsOf(at<SeenEdit>())
    session.seenTyped(SeenFields(fields.text.copy(name = name), fields.seen.copy(seenAs = kind)))
    session.cardDone()
    return at<SeenList>().all.first { it.text.name == name }
}

/** Chooses something. */
fun Robot.chooses(fields: ChoiceFields): ChoiceList {
    goTo<ChoiceList>(Where.CHOICES)
    session.changeChoice(null)
    at<ChoiceEdit>()
    session.choiceDone(fields)
    return at()
}

/** Gets her card ready by a way. */
fun Robot.prepare(way: Way): Showing {
    session.showSomeone()
    at<Showing>()
    session.changeShowing()
    at<ShowChange>()
    session.change { it.copy(way = way) }
    at<ShowChange> { it.showing.request.way == way }
    return changed()
}

/** Done with changing it. */
fun Robot.changed(): Showing {
    session.changeShowingDone()
    return at()
}

/** What she looks at, as a text. */
val Showing.text: String
    get() = joined(page.paragraphs)

/** A page as the core puts it together from its paragraphs. */
fun joined(paragraphs: List<Paragraph>) = paragraphs.joinToString("\n\n") { it.heading + it.rest } + "\n"
