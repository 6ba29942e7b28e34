package app.notebook.preview

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.hasContentDescription
import app.notebook.core.VisitStatus
import app.notebook.ui.DateEdit
import app.notebook.ui.DateNames
import app.notebook.ui.DateRead
import app.notebook.ui.DatesList
import app.notebook.ui.MonthShown
import app.notebook.ui.Names
import app.notebook.ui.Place as Where
import app.notebook.ui.PlanEdit
import app.notebook.ui.ReminderSettings
import app.notebook.ui.go
import java.time.LocalDate
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.junit.Test

/** Dates over the real core; only what a phone does with reminders is a list here. */
@OptIn(ExperimentalTestApi::class)
class DatesTest {
    private val soon = LocalDate.now().plusDays(5)

    @Test
    fun aDateThatShePutsDownIsOnTheListAndOnTheFirstPageAndStaysThere() = onScreen {
        firstRun(PIN)
        putDown("Dr Osei", soon)
        seePlain("2:10 in the afternoon")
        bar(DateNames.BAR_DATES)
        seeText("Dr Osei")
        close()
        unlock(PIN)
        see(DateNames.DATES_NEXT)
        tapText("Dr Osei")
        until { session.now.value.screen is DateRead }
    }

    @Test
    fun aDayThatThereIsNotIsToldAndCanBeMended() = onScreen {
        firstRun(PIN)
        bar(DateNames.BAR_DATES)
        tap(DateNames.DATES_ADD)
        type(DateNames.DATE_NAME, "Library")
        day(LocalDate.of(2027, 2, 28))
        type(DateNames.DATE_DAY, "31")
        type(DateNames.DATE_HOUR, "9")
        tap(DateNames.DATE_KEEP)
        until { session.now.value.notice?.trouble == true }
        assertTrue(session.now.value.screen is DateEdit)
        type(DateNames.DATE_DAY, "27")
        tap(DateNames.DATE_KEEP)
        see(DateNames.VISIT_KEPT)
        seePlain("Saturday 27 February")
    }

    @Test
    fun whatSheBeganToPutDownIsKeptWhenSheCloses() = onScreen {
        firstRun(PIN)
        bar(DateNames.BAR_DATES)
        tap(DateNames.DATES_ADD)
        type(DateNames.DATE_NAME, "The choir")
        type(DateNames.DATE_DAY, "3")
        close()
        unlock(PIN)
        bar(DateNames.BAR_DATES)
        see(DateNames.VISITS_OPEN)
        seeText("The choir")
    }

    @Test
    fun nothingTypedIsNothingKept() = onScreen {
        firstRun(PIN)
        bar(DateNames.BAR_DATES)
        tap(DateNames.DATES_ADD)
        see(DateNames.DATE_KEEP)
        back()
        see(DateNames.DATES_EMPTY)
    }

    @Test
    fun oneThatIsTakenOutComesBack() = onScreen {
        firstRun(PIN)
        putDown("Dr Osei", soon)
        tap(Names.DO_MORE)
        tap(DateNames.DATE_REMOVE)
        see(DateNames.DATE_REMOVED)
        until { session.now.value.screen is DatesList }
        assertFalse(isSeen("Dr Osei"))
        tap(Names.DO_UNDO)
        see(DateNames.VISIT_UNDONE)
        seeText("Dr Osei")
    }

    @Test
    fun callingItOffTellsNoOneAndCanBeTakenBack() = onScreen { place ->
        firstRun(PIN)
        putDown("Dr Osei", soon)
        tap(Names.DO_MORE)
        tap(DateNames.DATE_OFF)
        see(DateNames.VISIT_IS_CALLED_OFF)
        assertEquals(VisitStatus.CALLED_OFF, (session.now.value.screen as DateRead).page.visit.status)
        tapText("To call it off")
        see(DateNames.DATE_COPIED)
        assertTrue(place.copied.startsWith("I can't come on"), place.copied)
        tap(Names.DO_MORE)
        tap(DateNames.DATE_ON)
        until { (session.now.value.screen as? DateRead)?.page?.visit?.status == VisitStatus.PLANNED }
    }

    @Test
    fun ofOneThatComesEveryWeekOneIsLeftOutAndPutBack() = onScreen {
        firstRun(PIN)
        begin("The group", soon)
        tapText("Every week")
        tap(DateNames.DATE_KEEP)
        see(DateNames.DATE_NEXT_ONES)
        tap(Names.DO_MORE)
        tap(DateNames.DATE_LEAVE_OUT)
        see(DateNames.VISIT_SKIPPED)
        assertEquals(soon.plusWeeks(1).toString(), day())
        tap(Names.DO_MORE)
        tapText("Put back")
        see(DateNames.DATE_IS_PUT_BACK)
        assertEquals(soon.toString(), day())
        tap(Names.DO_MORE)
        tap(DateNames.DATE_MOVE)
        type(DateNames.DATE_HOUR, "16")
        tap(Names.DO_DONE)
        see(DateNames.VISIT_MOVED)
        seePlain("4:10 in the afternoon")
    }

    private fun Robot.day() = (session.now.value.screen as DateRead).page.day

    @Test
    fun aMonthNamesEachDayAndMarksThoseWithADate() = onScreen {
        firstRun(PIN)
        putDown("Dr Osei", soon)
        bar(DateNames.BAR_DATES)
        tap(DateNames.DATES_MONTHS)
        until { session.now.value.screen is MonthShown }
        if (soon.month != LocalDate.now().month) tap(DateNames.MONTH_AFTER)
        val marked = hasContentDescription(said(DateNames.MONTH_HAS), substring = true)
        until { ui.onAllNodes(marked).fetchSemanticsNodes().size == 1 }
        seeText("Dr Osei")
        val days = ui.onAllNodes(hasContentDescription("day", substring = true)).fetchSemanticsNodes()
        assertEquals(soon.lengthOfMonth(), days.count { SemanticsActions.OnClick !in it.config })
    }

    @Test
    fun herPlanIsKeptInHerOrder() = onScreen {
        firstRun(PIN)
        putDown("Dr Osei", soon)
        tap(DateNames.PLAN_TITLE)
        until { session.now.value.screen is PlanEdit }
        thing(1, "The letter")
        thing(2, "Mornings are hard")
        tapText(thingName(DateNames.PLAN_UP, 2))
        tapText("The door open")
        tap(Names.DO_DONE)
        see(DateNames.VISIT_KEPT)
        val plan = (session.now.value.screen as DateRead).page.visit.plan
        assertEquals(listOf("Mornings are hard", "The letter"), plan.say)
        assertEquals(listOf("The door open"), plan.helps)
        seeText("1. Mornings are hard")
    }

    @Test
    fun whatWasSaidAndANoteAreKept() = onScreen {
        firstRun(PIN)
        write("After the talk", "It went well enough.")
        putDown("Dr Osei", soon)
        tap(Names.DO_MORE)
        tap(DateNames.DATE_SAID)
        type(DateNames.DATE_SAID, "Come back in May.")
        tap(DateNames.DATE_NOTE_LINK)
        tapText("After the talk")
        see(DateNames.DATE_NOTE_DROP)
        tap(Names.DO_DONE)
        see(DateNames.VISIT_KEPT)
        seeText("Come back in May.")
        tapText("After the talk")
        seeText("It went well enough.")
    }

    @Test
    fun aMessageBecomesADateOnlyWhenSheKeepsIt() = onScreen {
        firstRun(PIN)
        bar(DateNames.BAR_DATES)
        tap(DateNames.PASTE_TITLE)
        type(DateNames.PASTE_FIELD, "Nothing of the kind.")
        tap(DateNames.PASTE_GO)
        see(DateNames.PASTE_NOTHING)
        val day = soon.let { "%02d/%02d/%d".format(it.dayOfMonth, it.monthValue, it.year) }
        type(DateNames.PASTE_FIELD, "Your appointment with Dr Osei is on $day at 14:10.")
        tap(DateNames.PASTE_GO)
        tap(DateNames.PASTE_TAKE)
        see(DateNames.DATE_KEEP)
        back()
        back()
        see(DateNames.DATES_EMPTY)
        tap(DateNames.PASTE_TITLE)
        type(DateNames.PASTE_FIELD, "Your appointment with Dr Osei is on $day at 14:10.")
        tap(DateNames.PASTE_GO)
        tap(DateNames.PASTE_TAKE)
        tap(DateNames.DATE_KEEP)
        see(DateNames.VISIT_KEPT)
        seePlain("2:10 in the afternoon")
    }

    @Test
    fun aPlainNotebookHasDatesAndNoWordOfHealth() = onScreen {
        plainRun(PIN)
        putDown("Repot the fern", soon)
        assertFalse(isSeen(said(DateNames.PLAN_TITLE)) || isSeen(said(DateNames.DATE_WORDS)))
        session.go(Where.REMINDERS)
        see(DateNames.REMINDERS_WHAT)
        assertFalse(isSeen("surgery"))
        assertTrue(session.now.value.screen is ReminderSettings)
    }

    private companion object {
        const val PIN = "271828"
    }
}
