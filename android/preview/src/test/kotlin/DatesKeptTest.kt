package app.notebook.preview

import androidx.compose.ui.test.ExperimentalTestApi
import app.notebook.ui.DateNames
import app.notebook.ui.DateRead
import app.notebook.ui.DatesList
import app.notebook.ui.Names
import app.notebook.ui.PasteMessage
import app.notebook.ui.PlanEdit
import app.notebook.ui.answerYes
import java.time.LocalDate
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import org.junit.Test

/** What she typed of a date is not lost, in whatever way she leaves; and nothing of it goes without her word. */
@OptIn(ExperimentalTestApi::class)
class DatesKeptTest {
    private val soon = LocalDate.now().plusDays(5)

    @Test
    fun whatTheCoreRefusesAtCloseIsANote() = onScreen {
        firstRun(PIN)
        begin("The choir", soon)
        type(DateNames.DATE_PLACE, "a".repeat(10_001))
        close()
        unlock(PIN)
        bar(Names.BAR_NOTES)
        openUntitled()
        seeText("The choir")
        bar(DateNames.BAR_DATES)
        see(DateNames.DATES_EMPTY)
    }

    @Test
    fun aNameIsNoLongerThanWhatIsKept() = onScreen {
        firstRun(PIN)
        begin("\u00e9".repeat(300), soon)
        tap(DateNames.DATE_KEEP)
        see(DateNames.VISIT_KEPT)
        assertEquals("\u00e9".repeat(100), (session.now.value.screen as DateRead).page.visit.title)
    }

    @Test
    fun whatElseHelpsIsKeptWithoutBeingAdded() = onScreen {
        firstRun(PIN)
        putDown("Dr Osei", soon)
        tap(DateNames.PLAN_TITLE)
        until { session.now.value.screen is PlanEdit }
        type(DateNames.PLAN_OTHER, "My green scarf")
        back()
        see(DateNames.VISIT_KEPT)
        assertEquals(listOf("My green scarf"), (session.now.value.screen as DateRead).page.visit.plan.helps)
    }

    @Test
    fun oneThatSheMovesIsMovedWhenSheLeaves() = onScreen {
        firstRun(PIN)
        begin("The group", soon)
        tapText("Every week")
        tap(DateNames.DATE_KEEP)
        see(DateNames.DATE_NEXT_ONES)
        tap(Names.DO_MORE)
        tap(DateNames.DATE_MOVE)
        type(DateNames.DATE_HOUR, "16")
        close()
        unlock(PIN)
        bar(DateNames.BAR_DATES)
        seePlain("4:10 in the afternoon")
    }

    @Test
    fun oneWithAPlanGoesOnlyWhenSheSaysSo() = onScreen {
        firstRun(PIN)
        putDown("Dr Osei", soon)
        tap(DateNames.PLAN_TITLE)
        tapText("The door open")
        tap(Names.DO_DONE)
        see(DateNames.VISIT_KEPT)
        tap(Names.DO_MORE)
        tap(DateNames.DATE_REMOVE)
        see(DateNames.DATE_REMOVE_WHAT)
        tap(Names.DO_LEAVE)
        until { session.now.value.run { question == null && screen is DateRead } }
        tap(DateNames.DATE_REMOVE)
        see(DateNames.DATE_REMOVE_WHAT)
        session.answerYes()
        see(DateNames.DATE_REMOVED)
        until { session.now.value.screen is DatesList }
        assertFalse(isSeen("Dr Osei"))
        tap(Names.DO_UNDO)
        seeText("Dr Osei")
    }

    @Test
    fun backFromADateOfAMessageIsTheMessageWithItsDateKnown() = onScreen {
        firstRun(PIN)
        bar(DateNames.BAR_DATES)
        tap(DateNames.PASTE_TITLE)
        val day = soon.let { "%02d/%02d/%d".format(it.dayOfMonth, it.monthValue, it.year) }
        type(DateNames.PASTE_FIELD, "Your appointment with Dr Osei is on $day at 14:10.")
        tap(DateNames.PASTE_GO)
        tap(DateNames.PASTE_TAKE)
        tap(DateNames.DATE_KEEP)
        see(DateNames.VISIT_KEPT)
        back()
        see(DateNames.PASTE_KNOWN)
        assertEquals(1, (session.now.value.screen as PasteMessage).found?.single()?.known?.size)
    }

    private companion object {
        const val PIN = "271828"
    }
}
