package app.notebook.preview

import androidx.compose.ui.test.ExperimentalTestApi
import app.notebook.core.outsideReminders
import app.notebook.ui.DateNames
import app.notebook.ui.DateRead
import app.notebook.ui.Names
import app.notebook.ui.ReminderSettings
import app.notebook.ui.remindersChanged
import java.time.LocalDate
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.junit.Test

/** Reminders from the page of a date to what the phone holds. */
@OptIn(ExperimentalTestApi::class)
class RemindersTest {
    private val soon = LocalDate.now().plusDays(5)

    @Test
    fun theReminderSheChoosesIsHeldUnderItsNeutralWords() = onScreen { place ->
        firstRun(PIN)
        withReminder("The day before")
        until { place.alarms.held.size == 1 }
        assertEquals("Water the plants", place.alarms.held.single().cover)
        assertFalse(place.alarms.held.single().sound)
        bar(DateNames.BAR_DATES)
        see(DateNames.REMINDERS_OUTSIDE)
        seeText("Water the plants")
        close()
        assertEquals(1, place.alarms.held.size, "Close takes none away")
    }

    @Test
    fun herOwnWordsAndASoundAreHeldAndGoWithTheDate() = onScreen { place ->
        firstRun(PIN)
        begin("Dr Osei", soon)
        tapText("A week before")
        tapText("The day before")
        tapText("Change: \u2068The day before")
        tap(DateNames.REMINDER_OWN)
        type(DateNames.REMINDER_OWN, "Feed the cat")
        tap(DateNames.REMINDER_SOUND)
        tap(Names.DO_DONE)
        tap(DateNames.DATE_KEEP)
        until { place.alarms.held.any { it.cover == "Feed the cat" && it.sound } }
        // A week before is over by now: it is said, and nothing is lost.
        seeText("that time is past")
        tap(Names.DO_MORE)
        tap(DateNames.DATE_REMOVE)
        until { place.alarms.held.isEmpty() }
    }

    @Test
    fun aTimeOfHerOwnCanBeSet() = onScreen { place ->
        firstRun(PIN)
        begin("Dr Osei", soon)
        tap(DateNames.REMINDER_BEFORE)
        tapText("Change: \u2068")
        type(DateNames.REMINDER_MINUTES, "90")
        tap(Names.DO_DONE)
        tap(DateNames.DATE_KEEP)
        until { place.alarms.held.size == 1 }
        seePlain("90 minutes before")
        seePlain("12:40 in the afternoon")
    }

    @Test
    fun whereThePhoneShowsNoneItIsSaidAndSheCanLetIt() = onScreen { place ->
        place.alarms.allowed = false
        firstRun(PIN)
        begin("Dr Osei", soon)
        tapText("The day before")
        tap(DateNames.DATE_KEEP)
        see(DateNames.REMINDERS_ALLOW_WHAT)
        tap(Names.DO_NOT_NOW)
        seeText("does not let this app show any")
        home()
        see(DateNames.DATES_MISSING_SEE)
        tap(DateNames.DATES_MISSING_SEE)
        see(DateNames.DATES_MISSING)
        assertEquals(emptyList(), place.alarms.held)
        tapText("does not let this app show any")
        tap(DateNames.REMINDERS_ALLOW)
        see(DateNames.REMINDERS_ALLOW_WHAT)
        tap(Names.DO_NEXT)
        see(DateNames.REMINDERS_ALLOWED)
        until { place.alarms.held.size == 1 }
        assertFalse(isSeen("does not let this app show any"))
    }

    @Test
    fun whatThePhoneLetsBeIsLookedAtAnewWhenItChanges() = onScreen { place ->
        firstRun(PIN)
        withReminder("The day before")
        until { place.alarms.held.size == 1 }
        place.alarms.allowed = false
        session.remindersChanged()
        until { place.alarms.held.isEmpty() }
        seeText("does not let this app show any")
        place.alarms.allowed = true
        place.alarms.exact = false
        session.remindersChanged()
        until { place.alarms.held.size == 1 }
        seeText("It may come late")
    }

    @Test
    fun quietHoursAndTheMorningAreHers() = onScreen { place ->
        firstRun(PIN)
        withReminder("In the morning of the day")
        until { place.alarms.held.size == 1 }
        val before = place.alarms.held.single().at
        bar(Names.BAR_MORE)
        tap(DateNames.REMINDERS_TITLE)
        until { session.now.value.screen is ReminderSettings }
        type(DateNames.DATE_HOUR, "10")
        type(DateNames.DATE_MINUTE, "30")
        tap(Names.DO_DONE)
        see(Names.SETTING_SAVED)
        until { place.alarms.held.singleOrNull()?.at == before + 150 * 60_000 }
        type(DateNames.DATE_HOUR, "25")
        tap(Names.DO_DONE)
        see(DateNames.DATE_NO_TIME)
    }

    @Test
    fun sheTriesOneAndSeesItsWordsAlone() = onScreen { place ->
        firstRun(PIN)
        bar(Names.BAR_MORE)
        tap(DateNames.REMINDERS_TITLE)
        tap(DateNames.REMINDERS_TRY)
        see(DateNames.REMINDERS_TRIED)
        assertEquals(listOf("Water the plants"), place.alarms.tried)
        seeText("can still give it away")
    }

    @Test
    fun deletingEverythingLeavesNoneOutside() = onScreen { place ->
        firstRun(PIN)
        withReminder("The day before")
        until { place.alarms.held.size == 1 }
        assertEquals(1, outsideReminders(place.alarms.phone().folder).size)
        bar(Names.BAR_MORE)
        tap(Names.MORE_DELETE_ALL)
        tap(Names.MORE_DELETE_ALL)
        see(Names.FIRST_WHAT_TITLE)
        until { place.alarms.held.isEmpty() && outsideReminders(place.alarms.phone().folder).isEmpty() }
    }

    private fun Robot.withReminder(lead: String) {
        begin("Dr Osei", soon)
        tapText(lead)
        tap(DateNames.DATE_KEEP)
        until { session.now.value.screen is DateRead }
        assertTrue((session.now.value.screen as DateRead).page.reminders.isNotEmpty())
    }

    private companion object {
        const val PIN = "271828"
    }
}
