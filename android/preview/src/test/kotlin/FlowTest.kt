package app.notebook.preview

import app.notebook.ui.Names
import app.notebook.ui.Pauses
import app.notebook.ui.Twelve
import app.notebook.ui.WriteNew
import kotlin.io.path.exists
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.minutes
import org.junit.Test

/** What she does from the first day to the last, over the real core. */
class FlowTest {
    @Test
    fun oneNotebookFromTheFirstRunToAnotherBeginning() = onScreen { place ->
        firstRun(PIN)
        writeCloseUnlock()
        findIt()
        binAndBack()
        val words = saveCopy()
        assertTrue(place.copy.exists())
        deleteEverything()
        firstRun(OTHER)
        bringBack(words)
        seeText(TITLE)
        tapText(TITLE)
        seeText(TEXT)
    }

    @Test
    fun twoNotebooksDoNotShowEachOther() = onScreen {
        firstRun(PIN, OTHER)
        write(TITLE, TEXT)
        tap(Names.SAVE_NO)
        close()
        unlock(OTHER)
        bar(Names.BAR_NOTES)
        seeText("Basil")
        assertFalse(isSeen(TITLE))
        write("Fern", "Water it.")
        close()
        unlock(PIN)
        bar(Names.BAR_NOTES)
        seeText(TITLE)
        assertFalse(isSeen("Basil") || isSeen("Fern"))
    }

    @Test
    fun aSingleNotebookCanBePlain() = onScreen {
        firstPages()
        tap(Names.FIRST_ONE_PLAIN)
        twice(PIN, Names.FIRST_CHOOSE, Names.FIRST_AGAIN)
        see(Names.WRITE_FIELD)
        bar(Names.BAR_NOTES)
        seeText("Basil")
    }

    @Test
    fun whatIsTypedAtCloseIsANoteAndHomeNeverShowsOldWords() = onScreen {
        firstRun(PIN)
        type(Names.WRITE_FIELD, TEXT)
        type(Names.PAGE_NAME, TITLE)
        close()
        unlock(PIN)
        assertFalse(isSeen(TEXT))
        assertTrue(session.now.value.screen is WriteNew)
        bar(Names.BAR_NOTES)
        tapText(TITLE)
        seeText(TEXT)
    }

    @Test
    fun aChangeIsKeptAndCanBeTakenBack() = onScreen {
        firstRun(PIN)
        write(TITLE, TEXT)
        tap(Names.SAVE_NO)
        bar(Names.BAR_NOTES)
        tapText(TITLE)
        tap(Names.PAGE_CHANGE)
        type(Names.WRITE_FIELD, "Another text.")
        tap(Names.DO_DONE)
        see(Names.NOTE_CHANGED)
        seeText("Another text.")
        tap(Names.DO_UNDO)
        see(Names.NOTE_UNDONE)
        seeText(TEXT)
        tap(Names.PAGE_CHANGE)
        type(Names.WRITE_FIELD, "A third text.")
        tap(Names.PAGE_AS_IT_WAS)
        seeText(TEXT)
        assertFalse(isSeen("A third text."))
        tap(Names.DO_UNDO)
        seeText("A third text.")
        tap(Names.DO_DONE)
        see(Names.NOTE_CHANGED)
        seeText("A third text.")
    }

    @Test
    fun aCopyIsOfferedOnceNotEachTimeTheListIsEmpty() = onScreen {
        firstRun(PIN)
        write(TITLE, TEXT)
        see(Names.SAVE_ASK)
        bar(Names.BAR_NOTES)
        tapText(TITLE)
        tap(Names.PAGE_TO_BIN)
        see(Names.LIST_EMPTY)
        write("Another", "Another text.")
        assertFalse(isSeen(said(Names.SAVE_ASK)))
    }

    @Test
    fun notesOfOneTopicAreListedAndTheTopicGetsAnotherName() = onScreen {
        firstRun(PIN)
        write(TITLE, TEXT)
        write("No topic", "Another text.")
        bar(Names.BAR_NOTES)
        tapText(TITLE)
        tap(Names.DO_MORE)
        tap(Names.PAGE_TOPICS)
        type(Names.TOPICS_NEW, "Birds")
        tap(Names.TOPICS_ADD)
        bar(Names.BAR_NOTES)
        tap(Names.PAGE_TOPICS)
        seeText("one note")
        tapText("Birds")
        seeText(TITLE)
        assertFalse(isSeen("No topic"))
        tap(Names.TOPIC_NAME)
        type(Names.TOPIC_NAME_FIELD, "Herons")
        tap(Names.DO_DONE)
        see(Names.TOPIC_RENAMED)
        seeText("Herons")
        seeText(TITLE)
    }

    @Test
    fun theLastNoteOfATopicIsDeletedAndLeavesNoError() = onScreen {
        firstRun(PIN)
        write(TITLE, TEXT)
        bar(Names.BAR_NOTES)
        tapText(TITLE)
        tap(Names.DO_MORE)
        tap(Names.PAGE_TOPICS)
        type(Names.TOPICS_NEW, "Birds")
        tap(Names.TOPICS_ADD)
        bar(Names.BAR_NOTES)
        tap(Names.PAGE_TOPICS)
        tapText("Birds")
        tapText(TITLE)
        tap(Names.DO_MORE)
        tap(Names.PAGE_DELETE)
        see(Names.NOTE_DELETE_WHAT)
        tap(Names.PAGE_DELETE)
        see(Names.NOTE_DELETED)
        see(Names.TOPICS_NONE)
    }

    @Test
    fun aLogFromAnotherTimeIsToldWhenItOpens() = Place().use { place ->
        // The log must not be written back before it is looked at.
        onScreen(place.session(pauses = Pauses(rest = 1.minutes))) { findOldLog(place) }
    }

    private fun Robot.findOldLog(place: Place) {
        firstRun(PIN)
        write(TITLE, TEXT)
        tap(Names.SAVE_NO)
        val logs = place.base.resolve("notebook").toFile().listFiles().orEmpty().filter { it.name.endsWith("-wal") }
        val log = logs.single { it.length() > 0 }
        val before = log.readBytes()
        close()
        log.writeBytes(before)
        unlock(PIN)
        see(Names.NOTICE_WAL_ASIDE)
    }

    @Test
    fun theTextOlderThanAChangeComesBackIfItIsKept() = onScreen {
        firstRun(PIN)
        write(TITLE, TEXT)
        bar(Names.BAR_MORE)
        tap(Names.MORE_EARLIER)
        tap(Names.KEEP_ON)
        see(Names.SETTING_HISTORY_ON)
        bar(Names.BAR_NOTES)
        tapText(TITLE)
        tap(Names.PAGE_CHANGE)
        type(Names.WRITE_FIELD, "Another text.")
        tap(Names.DO_DONE)
        see(Names.NOTE_CHANGED)
        tap(Names.DO_MORE)
        tap(Names.PAGE_EARLIER)
        tapText("20")
        seeText(TEXT)
        tap(Names.EARLIER_USE)
        see(Names.HISTORY_RESTORED)
        seeText(TEXT)
    }

    @Test
    fun writeOnTheBarKeepsWhatIsThereAndGivesAnEmptyPage() = onScreen {
        plainRun(PIN)
        type(Names.WRITE_FIELD, TEXT)
        bar(Names.BAR_WRITE)
        see(Names.SAVE_ASK)
        tap(Names.SAVE_NO)
        type(Names.WRITE_FIELD, "A second text.")
        bar(Names.BAR_WRITE)
        see(Names.WRITE_DONE)
        until { !isSeen("A second text.") }
        bar(Names.BAR_NOTES)
        tap(Names.LIST_FIND)
        type(Names.FIND_FIELD, "second")
        tap(Names.FIND_GO)
        tap(Names.FIND_AROUND)
        seeText("A second text.")
    }

    @Test
    fun newWordsAtCloseAreThereAtTheNextOpeningAndCanBeTakenBack() = onScreen {
        firstRun(PIN)
        write(TITLE, TEXT)
        tap(Names.SAVE_NO)
        bar(Names.BAR_NOTES)
        tapText(TITLE)
        tap(Names.PAGE_CHANGE)
        type(Names.WRITE_FIELD, "Another text.")
        close()
        unlock(PIN)
        bar(Names.BAR_NOTES)
        tapText(TITLE)
        seeText("Another text.")
        tap(Names.DO_UNDO)
        seeText(TEXT)
    }

    private fun Robot.writeCloseUnlock() {
        write(TITLE, TEXT)
        see(Names.SAVE_ASK)
        tap(Names.SAVE_NO)
        close()
        unlock(PIN)
    }

    private fun Robot.findIt() {
        bar(Names.BAR_NOTES)
        tap(Names.LIST_FIND)
        type(Names.FIND_FIELD, "heron")
        tap(Names.FIND_GO)
        seeText(TITLE)
        assertFalse(isSeen("heron stood"), "words around a hit show only after a tap")
        tap(Names.FIND_AROUND)
        seeText("heron stood")
    }

    private fun Robot.binAndBack() {
        bar(Names.BAR_NOTES)
        tapText(TITLE)
        tap(Names.PAGE_TO_BIN)
        see(Names.NOTE_BINNED)
        tap(Names.DO_UNDO)
        see(Names.NOTE_UNDONE)
        tapText(TITLE)
        tap(Names.PAGE_TO_BIN)
        see(Names.NOTE_BINNED)
        tap(Names.LIST_BIN)
        seeText(TITLE)
        tap(Names.BIN_PUT_BACK)
        see(Names.NOTE_RESTORED)
    }

    @Test
    fun anOlderCopyIsNeverWrittenOver() = onScreen { place ->
        place.copy.writeText("older")
        firstRun(PIN)
        bar(Names.BAR_MORE)
        tap(Names.MORE_SAVE_COPY)
        tap(Names.DO_NEXT)
        tap(Names.SAVE_CHOOSE)
        see(Names.SAVE_TAKEN)
        assertEquals("older", place.copy.readText())
    }

    private fun Robot.saveCopy(): String {
        bar(Names.BAR_MORE)
        tap(Names.MORE_SAVE_COPY)
        tap(Names.DO_NEXT)
        tap(Names.SAVE_CHOOSE)
        see(Names.COPY_WHO)
        val words = (session.now.value.screen as Twelve).words
        assertTrue(words.size == 12 && words.all { isSeen(it) })
        tap(Names.SAVE_WRITTEN)
        return words.joinToString(" ")
    }

    private fun Robot.deleteEverything() {
        tap(Names.MORE_DELETE_ALL)
        see(Names.GONE_WHAT)
        tap(Names.DO_LEAVE)
        until { !isSeen(said(Names.GONE_WHAT)) }
        tap(Names.MORE_DELETE_ALL)
        see(Names.GONE_WHAT)
        tap(Names.MORE_DELETE_ALL)
        see(Names.WIPE_DONE)
    }

    private fun Robot.bringBack(words: String) {
        bar(Names.BAR_MORE)
        tap(Names.MORE_BRING_BACK)
        tap(Names.BRING_CHOOSE)
        type(Names.UNLOCK_WORDS_FIELD, "not the right words")
        tap(Names.BRING_LOOK)
        see(Names.ERROR_WRONG_WORDS)
        type(Names.UNLOCK_WORDS_FIELD, words)
        tap(Names.BRING_LOOK)
        seeText("One note would come in.")
        tap(Names.BRING_GO)
        see(Names.RESTORE_DONE)
    }

    private companion object {
        const val PIN = "271828"
        const val OTHER = "314159"
        const val TITLE = "By the river"
        const val TEXT = "A grey heron stood there for an hour."
    }
}
