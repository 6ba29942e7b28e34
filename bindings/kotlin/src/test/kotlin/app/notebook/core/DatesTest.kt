package app.notebook.core

import kotlin.io.path.createDirectory
import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertIs
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** Dates, and the reminders that a phone holds of them. */
class DatesTest {
    private val phone = Phone().begin()
    private val notebooks = phone.notebooks
    private val outside = phone.beside("outside").createDirectory().toString()
    private val holds = ReminderPhone(outside, 64u, exact = true, allowed = true)

    @AfterTest
    fun end() = phone.close()

    private fun date(title: String, time: When, change: (Visit) -> Visit = { it }) =
        notebooks.addVisit(change(notebooks.newVisit().copy(title = title, `when` = time)))

    private fun titles() = notebooks.dates("en", holds).coming.dated.map { it.title }

    @Test
    fun `a date comes back as it was put down, with all that she put into it`() {
        val visit =
            notebooks.newVisit().copy(
                `when` = When.Window(DAY, "08:00", "13:00"),
                kind = VisitKind.PHONE,
                title = "The call",
                who = "Sam",
                place = "At home",
                plan = VisitPlan(listOf("The letter"), listOf("Write it down"), "Work"),
                after = listOf(VisitAfter(null, "Come back", "Ring in May", null)),
                reminders = listOf(Reminder(Lead.At("2026-12-07T18:30"), "Feed the cat", true)),
                source = VisitSource("uid", 2u, null),
            )
        assertEquals("Europe/London", visit.zone)
        val id = notebooks.addVisit(visit)
        phone.reopen()
        val page = notebooks.visit("en", id, null, holds)
        assertEquals(visit, page.visit)
        assertEquals("Feed the cat" to true, page.reminders.single().run { cover to sound })
        assertEquals(false to null, page.over to page.often)
        assertTrue(page.phrases.isNotEmpty() && page.aboutContact.isNotEmpty())
    }

    @Test
    fun `lists have what is coming, what has no day yet, and apart what is over`() {
        date("Soon", When.At("2026-12-08T09:10"))
        date("Some day", When.ToBeTold)
        date("Long ago", When.Day("2026-01-08"))
        val page = notebooks.dates("en", holds)
        assertEquals(listOf("Soon"), page.coming.dated.map { it.title })
        assertEquals(DAY, page.coming.dated.single().on)
        assertEquals(listOf("Some day"), page.coming.open.map { it.title })
        assertTrue(page.coming.hasEarlier && page.outside.isEmpty() && page.missing.isEmpty())
        assertEquals(listOf("Long ago"), notebooks.earlierDates("en").map { it.title })
        assertEquals("Soon", notebooks.nextDate("en", holds).next?.title)
        val month = notebooks.month("en", 2026, 12u)
        assertEquals(listOf<UInt?>(31u, 2u, 1u), listOf(month.days, month.firstWeekday, month.today))
        assertEquals(listOf("Soon"), month.dates.map { it.title })
    }

    @Test
    fun `a change can be taken back, also when a date was taken out`() {
        val id = date("Soon", When.At("2026-12-08T09:10"))
        val visit = notebooks.visit("en", id, null, holds).visit
        notebooks.editVisit(id, visit.copy(title = "Later", status = VisitStatus.CHANGED))
        assertEquals(listOf("Later"), titles())
        notebooks.removeVisit(id)
        assertEquals(emptyList(), titles())
        assertEquals(id, notebooks.undoVisit())
        assertEquals(listOf("Later"), titles())
        notebooks.removeVisit(id)
        notebooks.forgetUndo()
        assertFailsWith<NotebookException.NotFound> { notebooks.undoVisit() }
        assertEquals(Thing.VISIT, assertFailsWith<NotebookException.NotFound> { notebooks.editVisit(id, visit) }.what)
    }

    @Test
    fun `single ones of those that come again are moved and left out`() {
        val weekly = Repeat("FREQ=WEEKLY", emptyList(), emptyList(), emptyList())
        val id = date("Group", When.At("2026-12-08T10:00")) { it.copy(repeat = weekly) }
        notebooks.moveVisit(id, DAY, When.At("2026-12-09T11:00"))
        notebooks.leaveOutVisit(id, "2026-12-15", true)
        val repeat = notebooks.visit("en", id, null, holds).visit.repeat!!
        assertEquals(listOf(Moved(DAY, When.At("2026-12-09T11:00"))), repeat.moved)
        assertEquals(listOf("2026-12-15"), repeat.skipped)
        assertEquals(listOf("2026-12-09", "2026-12-22"), notebooks.visit("en", id, null, holds).next.take(2).map { it.on })
        notebooks.leaveOutVisit(id, "2026-12-15", false)
        assertEquals("2026-12-15", notebooks.visit("en", id, "2026-12-15", holds).day)
    }

    @Test
    fun `reminders lie outside, under their words alone, until they are let go`() {
        val id = date("Soon", When.At("2026-12-08T09:10")) { it.copy(reminders = listOf(Reminder(Lead.Day, "", false))) }
        val renewed = notebooks.renewReminders("en", holds)
        val entry = renewed.entries.single()
        assertEquals("Water the plants" to false, entry.cover to entry.sound)
        assertEquals(emptyList<MissingLine>() to false, renewed.missing to renewed.setAside)
        assertEquals(listOf(entry), outsideReminders(outside))
        assertEquals("Water the plants", notebooks.dates("en", holds).outside.single().cover)
        val putOff = putOffReminder(outside, entry.id, entry.at, entry.at + 10 * MINUTE_MS).single()
        assertEquals(entry.copy(at = entry.at + 10 * MINUTE_MS), putOff)
        // Not come yet, so it comes when the date says, as any other.
        assertEquals(entry.at, notebooks.renewReminders("en", holds).entries.single().at)
        val refused = notebooks.renewReminders("en", holds.copy(allowed = false))
        assertEquals(emptyList<OutsideReminder>() to id, refused.entries to refused.missing.single().id)
        eraseReminders(outside)
        assertEquals(emptyList(), outsideReminders(outside))
    }

    @Test
    fun `quiet hours and the morning are kept, and said in words`() {
        val page = notebooks.reminderSettings("en")
        assertEquals(Quiet("21:00", "07:30") to "08:00", page.quiet to page.morning)
        notebooks.setReminderSettings(null, "09:30")
        phone.reopen()
        assertNull(notebooks.reminderSettings("en").quiet)
        assertEquals("09:30", notebooks.reminderSettings("en").morning)
        assertEquals(2, notebooks.reminderSettings("en").texts.size)
    }

    @Test
    fun `what can be chosen is in the words of the notebook`() {
        val full = notebooks.visitChoices("en")
        assertEquals(listOf(VisitKind.IN_PERSON, VisitKind.PHONE, VisitKind.VIDEO, VisitKind.HOME), full.kinds.map { it.kind })
        assertTrue(full.often.any { it.rule == "FREQ=WEEKLY" } && full.helps.isNotEmpty() && full.covers.size > 1)
        assertIs<Lead.Leave>(full.leads.last().lead)
        Phone().use { plain ->
            plain.notebooks.make(PIN, Pack.PLAIN)
            plain.notebooks.unlock(PIN)
            assertEquals(emptyList(), plain.notebooks.visitChoices("en").helps)
        }
    }

    @Test
    fun `a message gives what was read and what was guessed, and keeps nothing`() {
        val found = notebooks.readMessage("en", "Your appointment with Dr Osei is on 08/12/2026 at 14:10.").single()
        assertEquals(When.At("2026-12-08T14:10"), found.visit.`when`)
        assertTrue(found.lines.any { it.sure && it.what.isNotBlank() && it.value.isNotBlank() })
        assertEquals(emptyList(), notebooks.readMessage("en", "Bring a pen."))
        assertEquals(emptyList(), titles())
    }

    @Test
    fun `what is no day is refused`() {
        assertFailsWith<NotebookException.NotUnderstood> { date("Never", When.Window(DAY, "13:00", "08:00")) }
        assertFailsWith<NotebookException> { date("Never", When.Day("2026-02-31")) }
        assertFailsWith<NotebookException.NotUnderstood> { notebooks.month("en", 2026, 13u) }
    }

    private companion object {
        const val DAY = "2026-12-08"
    }
}
