package app.notebook.preview

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.hasContentDescription
import app.notebook.ui.AddTo
import app.notebook.ui.Attached
import app.notebook.ui.Names
import app.notebook.ui.NoteRead
import app.notebook.ui.Player
import app.notebook.ui.Reader
import app.notebook.ui.Recorder
import app.notebook.ui.Senses
import java.io.IOException
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.awaitCancellation
import org.junit.Test

/** Pictures and her voice, over the real core; only what the phone's own senses give is made up. */
class AttachmentTest {
    private val voice = wav(ByteArray(16_000) { (it % 7).toByte() })

    /** A phone that hears [voice], and plays and reads until it is told to stop. */
    private inner class Ears : Senses by Lending {
        @Volatile var heard = listOf<String>()

        override val recorder = Recorder { stopped -> voice.also { stopped.await() } }
        override val player = Player { sound, aloud -> hear("${sound.size} $aloud") }
        override val reader = Reader { text, _, aloud -> hear("$text $aloud") }

        private suspend fun hear(what: String) {
            heard = heard + what
            awaitCancellation()
        }
    }

    @Test
    fun aPictureOfHersIsSeenInItsNoteAndTakenOutForGood() = onScreen(senses = WalkSenses) {
        firstRun(PIN)
        write(TITLE, TEXT)
        openNote()
        tap(Names.DO_MORE)
        tap(Names.ADD_TITLE)
        see(Names.ADD_COST)
        tap(Names.ADD_PICK)
        see(Names.ATTACHMENT_IN)
        tapText("leaf.png")
        seePicture()
        tap(Names.ATTACHMENT_REMOVE)
        see(Names.ATTACHMENT_WHAT)
        tap(Names.ATTACHMENT_REMOVE)
        see(Names.ATTACHMENT_REMOVED)
        assertFalse(isSeen("leaf.png"))
    }

    @Test
    fun sheCanSpeakInsteadOfWriting() {
        val ears = Ears()
        onScreen(senses = ears) {
            firstRun(PIN)
            tap(Names.ADD_TITLE)
            tap(Names.RECORD_MINE)
            see(Names.RECORD_NOW)
            tap(Names.RECORD_KEEP)
            see(Names.ATTACHMENT_IN)
            tapText("voice.wav")
            tap(Names.SOUND_EAR)
            see(Names.SOUND_STOP)
            assertContentEquals(voice, (session.now.value.screen as Attached).sound)
            assertEquals(listOf("${voice.size} false"), ears.heard)
            tap(Names.SOUND_STOP)
            tap(Names.SOUND_ALOUD)
            until { ears.heard.size == 2 }
            back()
            until { !session.now.value.sounds }
            see(Names.ATTACHMENT_SOUND)
        }
    }

    @Test
    fun whatSheSaidByCloseIsKept() = onScreen(senses = Ears()) {
        firstRun(PIN)
        type(Names.WRITE_FIELD, TEXT)
        tap(Names.ADD_TITLE)
        tap(Names.RECORD_MINE)
        see(Names.RECORD_NOW)
        close()
        unlock(PIN)
        bar(Names.BAR_NOTES)
        openUntitled()
        seeText(TEXT)
        seeText("voice.wav")
    }

    @Test
    fun whatSheSaidIsKeptWhenTheMicrophoneEndsIt() {
        val broken = CompletableDeferred<Unit>()
        val ears = object : Senses by Lending {
            override val recorder = Recorder { voice.also { broken.await() } }
        }
        onScreen(senses = ears) {
            firstRun(PIN)
            tap(Names.ADD_TITLE)
            tap(Names.RECORD_MINE)
            see(Names.RECORD_NOW)
            broken.complete(Unit)
            see(Names.ATTACHMENT_IN)
            seeText("voice.wav")
        }
    }

    @Test
    fun aMicrophoneThatDoesNotAnswerIsToldAtOnce() {
        val deaf = object : Senses by Lending {
            override val recorder = Recorder { throw IOException("taken") }
        }
        onScreen(senses = deaf) {
            firstRun(PIN)
            tap(Names.ADD_TITLE)
            tap(Names.RECORD_MINE)
            see(Names.RECORD_NOTHING)
            bar(Names.BAR_NOTES)
            see(Names.LIST_EMPTY)
        }
    }

    @Test
    fun aMicrophoneThatHangsDoesNotKeepItOpen() {
        val hung = object : Senses by Lending {
            override val recorder = Recorder { awaitCancellation() }
        }
        onScreen(senses = hung) {
            firstRun(PIN)
            tap(Names.ADD_TITLE)
            tap(Names.RECORD_MINE)
            see(Names.RECORD_NOW)
            close()
            unlock(PIN)
        }
    }

    @Test
    fun leavingTheRecordingByTheBarKeepsItAndSaysSo() = onScreen(senses = Ears()) {
        firstRun(PIN)
        tap(Names.ADD_TITLE)
        tap(Names.RECORD_MINE)
        see(Names.RECORD_NOW)
        bar(Names.BAR_NOTES)
        see(Names.ATTACHMENT_IN)
        openUntitled()
        seeText("voice.wav")
    }

    @Test
    fun whatSheDoesNotKeepIsNowhere() = onScreen(senses = Ears()) {
        firstRun(PIN)
        tap(Names.ADD_TITLE)
        tap(Names.RECORD_MINE)
        tap(Names.RECORD_DROP)
        see(Names.RECORD_DROP_WHAT)
        tap(Names.RECORD_DROP)
        until { session.now.value.screen is AddTo }
        bar(Names.BAR_NOTES)
        see(Names.LIST_EMPTY)
    }

    @Test
    fun aNoteIsReadToHerUntilSheLeaves() {
        val ears = Ears()
        onScreen(senses = ears) {
            firstRun(PIN)
            write(TITLE, TEXT)
            openNote()
            tap(Names.DO_MORE)
            tap(Names.READ_TO_ME)
            tap(Names.SOUND_EAR)
            see(Names.SOUND_STOP)
            until { ears.heard == listOf("$TITLE\n$TEXT false") }
            home()
            until { !session.now.value.sounds }
        }
    }

    @Test
    fun whatAPhoneCantDoIsNotOffered() = onScreen {
        firstRun(PIN)
        assertFalse(isSeen(said(Names.ADD_TITLE)))
        tap(Names.ADD_PICTURE)
        see(Names.ADD_PICK)
        assertFalse(isSeen(said(Names.ADD_TAKE)) || isSeen(said(Names.RECORD_MINE)))
    }

    private fun Robot.openNote() {
        bar(Names.BAR_NOTES)
        tapText(TITLE)
        until { session.now.value.screen is NoteRead }
    }

    @OptIn(ExperimentalTestApi::class)
    private fun Robot.seePicture() = until {
        ui.onAllNodes(hasContentDescription(said(Names.ATTACHMENT_PICTURE))).fetchSemanticsNodes().isNotEmpty()
    }

    private companion object {
        const val PIN = "271828"
        const val TITLE = "By the river"
        const val TEXT = "A grey heron stood there for an hour."
    }
}
