package app.notebook.preview

import app.notebook.core.Section
import app.notebook.core.SeenAs
import app.notebook.core.ShownPart
import app.notebook.core.Shows
import app.notebook.core.What
import app.notebook.ui.CardNames
import app.notebook.ui.ChoiceEdit
import app.notebook.ui.ChoiceFields
import app.notebook.ui.ChoiceList
import app.notebook.ui.DateNames
import app.notebook.ui.DayFields
import app.notebook.ui.Names
import app.notebook.ui.OnScreen
import app.notebook.ui.Place as Where
import app.notebook.ui.SeenEdit
import app.notebook.ui.SeenFields
import app.notebook.ui.SeenList
import app.notebook.ui.ShowChange
import app.notebook.ui.Showing
import app.notebook.ui.answerYes
import app.notebook.ui.cardDone
import app.notebook.ui.change
import app.notebook.ui.changeChoice
import app.notebook.ui.changeSeen
import app.notebook.ui.changeShowing
import app.notebook.ui.choiceDone
import app.notebook.ui.choiceTyped
import app.notebook.ui.give
import app.notebook.ui.put
import app.notebook.ui.removeSeen
import app.notebook.ui.seenTyped
import app.notebook.ui.showSomeone
import app.notebook.ui.takeOutChoice
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNull
import kotlin.test.assertTrue
import org.junit.Test

/** Whom she sees, and what each of them may be shown. */
class SeenTest {
    @Test
    fun someoneSheSeesIsPutDownChangedAndTakenOut() = onScreen {
        firstRun(PIN)
        goTo<SeenList>(Where.SEEN)
        see(CardNames.SEEN_NONE)
        val surgery = sees("The surgery", SeenAs.PLACE)
        see(Names.PERSON_SAVED)
        session.changeSeen(sees("Dr Khan"))
        assertEquals(listOf("The surgery"), at<SeenEdit>().others.map { it.text.name })
        tapText("The surgery")
        type(CardNames.SEEN_AGAIN, "Rather not")
        back()
        val kept = at<SeenList>().all.first { it.text.name == "Dr Khan" }
        assertEquals(surgery.id to "Rather not", kept.seen.of to kept.seen.again)
        assertFalse(isSeen("Rather not"), "it shows on the page of each alone")
        session.changeSeen(kept)
        at<SeenEdit>()
        session.removeSeen()
        seeText("This takes")
        session.answerYes()
        see(Names.PERSON_REMOVED)
        assertEquals(listOf("The surgery"), at<SeenList>().all.map { it.text.name })
    }

    @Test
    fun someoneIsPutDownOnceHoweverSheLeaves() = onScreen {
        firstRun(PIN)
        goTo<SeenList>(Where.SEEN)
        session.changeSeen(null)
        val fields = SeenFields(at<SeenEdit>()).run { copy(text = text.copy(name = "Dr Khan")) }
        session.seenTyped(fields)
        session.cardDone()
        // Typed on while it is being kept.
        session.seenTyped(fields.copy(text = fields.text.copy(note = "Mornings")))
        close()
        unlock(PIN)
        assertEquals(1, goTo<SeenList>(Where.SEEN).all.size)
    }

    @Test
    fun wordsAboutSomeoneWithoutANameAreNotLost() = onScreen {
        firstRun(PIN)
        goTo<SeenList>(Where.SEEN)
        session.changeSeen(null)
        at<SeenEdit>()
        back()
        assertTrue(at<SeenList>().all.isEmpty())
        assertNull(session.now.value.notice)
        session.changeSeen(null)
        at<SeenEdit>()
        type(Names.PERSON_NOTE, "Mornings")
        close()
        unlock(PIN)
        val kept = goTo<SeenList>(Where.SEEN).all.single().text
        assertEquals(said(CardNames.SEEN_CLINICIAN) to "Mornings", kept.name to kept.note)
    }

    @Test
    fun aChoiceIsMadeChangedAndTakenOut() = onScreen {
        firstRun(PIN)
        val doctor = sees("Dr Khan")
        goTo<ChoiceList>(Where.CHOICES)
        see(CardNames.CHOICE_NONE)
        session.changeChoice(null)
        at<ChoiceEdit>()
        val reach = ChoiceFields(doctor.id, What.Section(Section.REACH), Shows.NEVER, ends = true)
        session.choiceDone(reach.copy(day = DayFields("31", "2", "2099")))
        see(DateNames.DATE_NO_DAY)
        at<ChoiceEdit>()
        session.choiceDone(reach.copy(day = DayFields("24", "12", "2099")))
        see(CardNames.CHOICE_SET)
        val line = at<ChoiceList>().lines.single()
        assertEquals("2099-12-24", line.last)
        seeText("24")
        session.changeChoice(line)
        at<ChoiceEdit>()
        assertEquals(reach.copy(day = DayFields("24", "12", "2099")), ChoiceFields(line))
        session.choiceDone(ChoiceFields(doctor.id, What.Section(Section.ABOUT), Shows.NEVER))
        val other = at<ChoiceList>().lines.single()
        assertEquals(What.Section(Section.ABOUT), other.rule.what)
        assertNull(other.until)
        session.changeChoice(other)
        at<ChoiceEdit>()
        session.takeOutChoice()
        see(CardNames.CHOICE_OUT)
        assertTrue(at<ChoiceList>().lines.isEmpty())
    }

    @Test
    fun aChoiceIsKeptWhenSheLeavesThePageAndAtClose() = onScreen {
        firstRun(PIN)
        val never = { section: Section -> ChoiceFields(about = What.Section(section), shows = Shows.NEVER) }
        choosing(never(Section.REACH))
        bar(Names.BAR_NOTES)
        see(CardNames.CHOICE_SET)
        choosing(never(Section.MEDICINES).copy(ends = true, day = DayFields("31", "2", "2099")))
        close()
        unlock(PIN)
        val rules = goTo<ChoiceList>(Where.CHOICES).lines.map { it.rule }
        assertEquals(setOf(Section.REACH, Section.MEDICINES), rules.map { (it.what as What.Section).v1 }.toSet())
        assertTrue(rules.all { it.shows == Shows.NEVER && it.until == null }, "what can't be a day is no end")
        session.changeChoice(null)
        at<ChoiceEdit>()
        back()
        assertEquals(2, at<ChoiceList>().lines.size)
    }

    private fun Robot.choosing(fields: ChoiceFields) {
        goTo<ChoiceList>(Where.CHOICES)
        session.changeChoice(null)
        at<ChoiceEdit>()
        session.choiceTyped(fields)
    }

    @Test
    fun whatSheHoldsBackIsOnNoPageAndOnlySheIsTold() = onScreen {
        firstRun(PIN)
        writeCard()
        val doctor = sees("Dr Khan")
        chooses(ChoiceFields(doctor.id, What.Section(Section.REACH), Shows.NEVER))
        session.showSomeone()
        at<Showing>()
        session.changeShowing()
        at<ShowChange>()
        session.change { it.copy(person = doctor.id) }
        val at = at<ShowChange> { it.showing.request.person == doctor.id }
        val part = at.showing.page.parts.first { it.part == ShownPart.Section(Section.REACH) }
        assertFalse(part.isOn || part.canChange)
        // Even if it were asked for.
        session.change { it.put(part.part, true) }
        val showing = changed()
        assertEquals(listOf(part.part), showing.heldBack.map { it.part })
        assertTrue("Dr Khan" in showing.page.to.orEmpty() && "07700" !in showing.text)
        see(CardNames.SHOW_HELD_BACK)
        seeText(part.reason)
        session.give()
        at<OnScreen>()
        assertFalse(holds(session, "07700") || holds(session, part.reason) || isSeen(part.reason))
    }

    private companion object {
        const val PIN = "271828"
    }
}
