package app.notebook.preview

import app.notebook.core.Answer
import app.notebook.core.Card
import app.notebook.core.CardEntry
import app.notebook.core.Form
import app.notebook.core.PersonText
import app.notebook.core.Section
import app.notebook.core.Seen
import app.notebook.core.SeenAs
import app.notebook.core.ShownPart
import app.notebook.core.Shows
import app.notebook.core.Way
import app.notebook.core.What
import app.notebook.ui.*

/** Goes through the screens of the card and of showing, over the real core, and stops at each by [at]. */
internal class WalkCard(
    private val session: Session,
    private val at: (name: String, ready: (Shown) -> Boolean) -> Unit,
    private val pass: (ready: (Shown) -> Boolean) -> Unit,
) {
    fun all() {
        session.go(Place.CARD)
        at("card-empty") { it.screen is CardHome }
        writing()
        seeing()
        choosing()
        showing()
        giving()
        lookingBack()
        onScreen()
    }

    private fun writing() {
        session.go(Place.MY_CARD)
        at("my-card-empty") { it.screen is MyCard }
        for (section in listOf(Section.WANTS, Section.PLEASE, Section.REACH, Section.MEDICINES, Section.FILING, Section.ABOUT)) {
            open(section)
            at("card-${section.name.lowercase()}-empty") { it.screen is SectionEdit }
            type { it.copy(card = filled(it.card, (session.now.value.screen as SectionEdit).choices.wants.first().name)) }
            session.cardDone()
            pass { it.screen is MyCard }
        }
        open(Section.WANTS)
        at("card-wants") { it.screen is SectionEdit }
        session.back()
        pass { it.screen is MyCard }
        session.addSection()
        pass { it.screen is SectionEdit }
        type { it.copy(title = "My dog", text = "He stays with me.") }
        at("card-own") { it.screen is SectionEdit }
        session.cardDone()
        at("my-card") { it.screen is MyCard && it.notice?.undo == Undo.OfCard }
        session.go(Place.PAST_CARDS)
        at("card-past-empty") { it.screen is PastCards }
        session.keepPastCards(true)
        pass { (it.screen as? PastCards)?.page?.keeps == true }
    }

    private fun filled(card: Card, phrase: String) =
        card.copy(
            wants = listOf(CardEntry.Own("To talk about the letter"), CardEntry.Picked(phrase)),
            please = listOf(CardEntry.Own("Leave the door open")),
            pleaseNot = listOf(CardEntry.Own("Call in the evening")),
            reach = card.reach.copy(number = "07700 900123", `when` = "Mornings", voicemail = Answer.NO),
            medicines = "Iron, one a day",
            about = card.about.copy(name = "Ines"),
        )

    private fun open(section: Section) {
        val page = (session.now.value.screen as MyCard).page
        session.changeSection(page.lines.first { it.part == ShownPart.Section(section) })
        pass { it.screen is SectionEdit }
    }

    private fun type(change: (SectionFields) -> SectionFields) {
        session.sectionTyped(change(session.sectionFieldsOf(session.now.value.screen as SectionEdit)))
    }

    private fun seeing() {
        session.go(Place.SEEN)
        at("seen-empty") { it.screen is SeenList }
        for ((name, kind, again) in PEOPLE) {
            session.changeSeen(null)
            pass { it.screen is SeenEdit }
            val of = (session.now.value.screen as SeenEdit).others.firstOrNull()?.id
            session.seenTyped(SeenFields(PersonText(name, "0117 496 0000", "Mill Street"), Seen(kind, of, again)))
            session.cardDone()
            pass { (it.screen as? SeenList)?.all?.any { one -> one.text.name == name } == true }
        }
        at("seen") { it.screen is SeenList }
        session.changeSeen(doctor())
        at("seen-person") { it.screen is SeenEdit }
        session.removeSeen()
        at("seen-question") { it.question != null }
        session.leaveIt()
        pass { it.question == null }
    }

    private fun doctor() = (session.now.value.screen as SeenList).all.last()

    private fun choosing() {
        session.go(Place.CHOICES)
        at("choices-empty") { it.screen is ChoiceList }
        session.changeChoice(null)
        at("choice-new") { it.screen is ChoiceEdit }
        val who = (session.now.value.screen as ChoiceEdit).options.who.last().person
        session.choiceDone(ChoiceFields(who, What.Section(Section.MEDICINES), Shows.NEVER, true, DayFields("24", "12", "2099")))
        at("choices") { (it.screen as? ChoiceList)?.lines?.size == 1 }
        session.changeChoice((session.now.value.screen as ChoiceList).lines.single())
        at("choice") { it.screen is ChoiceEdit }
    }

    private fun showing() {
        session.go(Place.CARD)
        at("card") { (it.screen as? CardHome)?.isEmpty == false }
        session.showSomeone()
        at("show-preview") { it.screen is Showing }
        session.changeShowing()
        at("show-change") { it.screen is ShowChange }
        val who = (session.now.value.screen as ShowChange).people.last().id
        session.change { it.copy(person = who, way = Way.PAGE) }
        pass { (it.screen as? ShowChange)?.showing?.request?.person == who }
        session.firstTyped(FirstFields(StandsFirst.OWN, "Please keep this for Dr Osei."))
        at("show-change-page") { (it.screen as? ShowChange)?.first?.choice == StandsFirst.OWN }
        session.plansToShow()
        at("show-plans") { it.screen is ShowPlans }
        session.putPlan((session.now.value.screen as ShowPlans).plans.first())
        pass { it.screen is ShowChange }
        session.notesToShow()
        at("show-notes") { it.screen is ShowNotes }
        session.partsOfNote((session.now.value.screen as ShowNotes).lines.first().id)
        at("show-note") { it.screen is ShowNote }
        session.putNote()
        pass { it.screen is ShowChange }
        session.changeShowingDone()
        at("show-held-back") { it.screen is Showing }
        session.letShowingWait()
        at("card-waits") { (it.screen as? CardHome)?.waits == true }
    }

    private fun giving() {
        give(Way.ALOUD)
        at("show-aloud") { it.screen is ReadOut }
        session.line((session.now.value.screen as ReadOut).lines.size)
        at("show-aloud-all") { (it.screen as? ReadOut)?.run { at == lines.size } == true }
        session.givenDone()
        pass { it.screen is CardHome }
        give(Way.TEXT)
        at("show-text") { it.screen is TextGiven }
        session.givenDone()
        pass { it.screen is CardHome }
        give(Way.PAGE)
        at("show-page") { it.screen is PageGiven }
        session.givenDone()
        pass { it.screen is CardHome }
    }

    private fun give(way: Way) {
        prepare(way)
        session.keepShownWords(true)
        pass { (it.screen as? Showing)?.keepsWords == true }
        session.give()
    }

    /** A page in two languages has more words, for which the short card may have no room. */
    private fun prepare(way: Way) {
        session.showSomeone()
        pass { it.screen is Showing }
        val form = if ((session.now.value.screen as Showing).page.trouble == null) Form.SHORT else Form.LONG
        session.changeShowing()
        pass { it.screen is ShowChange }
        session.change { it.copy(way = way, form = form) }
        session.changeShowingDone()
        pass { (it.screen as? Showing)?.request?.run { this.way to this.form } == way to form }
    }

    private fun lookingBack() {
        session.go(Place.SHOWN)
        at("shown") { (it.screen as? ShownLines)?.lines?.size == 3 }
        session.openReceipt((session.now.value.screen as ShownLines).lines.first())
        at("receipt") { it.screen is Receipt }
        session.deleteReceipt()
        at("receipt-question") { it.question != null }
        session.leaveIt()
        pass { it.question == null }
    }

    private fun onScreen() {
        prepare(Way.SCREEN)
        session.give()
        at("on-screen") { it.screen is OnScreen }
        session.turnRound()
        at("on-screen-turned") { (it.screen as? OnScreen)?.isTurned == true }
        session.turnRound()
        pass { (it.screen as? OnScreen)?.isTurned == false }
        // As it is a minute before it closes.
        session.act { session.update { it.copy(screen = (it.screen as OnScreen).copy(closesSoon = true)) } }
        at("on-screen-soon") { (it.screen as? OnScreen)?.closesSoon == true }
        session.close()
        pass { it.screen is Unlock }
        session.unlock(Walk.PIN.toByteArray())
        pass { it.screen is WriteNew }
    }

    private companion object {
        val PEOPLE =
            listOf(
                Triple("Mill Street Surgery", SeenAs.PLACE, ""),
                Triple("Dr Osei", SeenAs.CLINICIAN, "Yes. She waits until I am done."),
            )
    }
}
