package app.notebook.preview

import app.notebook.ui.AddTo
import app.notebook.ui.Camera
import app.notebook.ui.Chosen
import app.notebook.ui.Lent
import app.notebook.ui.Looking
import app.notebook.ui.Missing
import app.notebook.ui.Names
import app.notebook.ui.NoteRead
import app.notebook.ui.Reader
import app.notebook.ui.Recorder
import app.notebook.ui.Senses
import app.notebook.ui.Unheard
import java.io.IOException
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import kotlinx.coroutines.CompletableDeferred
import org.junit.Test

/** A phone that lends all it has and asks nobody. */
object Lending : Senses by WalkSenses {
    override fun lends(thing: Lent) = true
}

/** The camera and the microphone are hers to lend: asked for at the tap that needs them, with a no that costs nothing. */
class LentTest {
    /** A phone that asks, and gets this answer; from then on it lends, or not. */
    private class Asking(private val yes: Boolean) : Senses by WalkSenses {
        @Volatile var asked = listOf<Lent>()
        @Volatile var heard = 0

        override fun lends(thing: Lent) = yes && thing in asked

        override suspend fun askFor(thing: Lent): Boolean {
            asked = asked + thing
            return yes
        }

        override val recorder = Recorder { stopped ->
            heard++
            wav(ByteArray(3_200) { 1 }).also { stopped.await() }
        }
    }

    @Test
    fun aNoToTheMicrophoneIsTakenKindlyAndChangesNothing() {
        val phone = Asking(yes = false)
        onScreen(senses = phone) {
            firstRun(PIN)
            tap(Names.ADD_TITLE)
            tap(Names.RECORD_MINE)
            see(Names.LEND_MICROPHONE)
            assertEquals(emptyList(), phone.asked)
            tap(Names.DO_NEXT)
            see(Names.LENT_NO_MICROPHONE)
            assertEquals(listOf(Lent.MICROPHONE), phone.asked)
            assertTrue(session.now.value.screen is AddTo && phone.heard == 0)
            bar(Names.BAR_NOTES)
            see(Names.LIST_EMPTY)
        }
    }

    @Test
    fun notNowDoesNotLetThePhoneAsk() {
        val phone = Asking(yes = true)
        onScreen(senses = phone) {
            firstRun(PIN)
            tap(Names.ADD_TITLE)
            tap(Names.ADD_TAKE)
            see(Names.LEND_CAMERA)
            tap(Names.DO_NOT_NOW)
            see(Names.ADD_COST)
            assertEquals(emptyList(), phone.asked)
        }
    }

    @Test
    fun aYesIsAskedForOnce() {
        val phone = Asking(yes = true)
        onScreen(senses = phone) {
            firstRun(PIN)
            tap(Names.ADD_TITLE)
            tap(Names.RECORD_MINE)
            tap(Names.DO_NEXT)
            see(Names.RECORD_NOW)
            tap(Names.RECORD_KEEP)
            seeText("voice.wav")
            tap(Names.DO_MORE)
            tap(Names.ADD_TITLE)
            tap(Names.RECORD_MINE)
            see(Names.RECORD_NOW)
            assertEquals(listOf(Lent.MICROPHONE), phone.asked)
        }
    }

    @Test
    fun aPictureIsTakenInsideTheNotebook() = onScreen(senses = Asking(yes = true)) {
        firstRun(PIN)
        tap(Names.ADD_TITLE)
        tap(Names.ADD_TAKE)
        tap(Names.DO_NEXT)
        see(Names.TAKE_WHAT)
        tap(Names.TAKE_NOW)
        see(Names.ATTACHMENT_IN)
        seeText("picture.png")
        assertTrue(session.now.value.screen is NoteRead)
    }

    @Test
    fun goingBackFromTheCameraKeepsNothing() = onScreen(senses = Lending) {
        firstRun(PIN)
        tap(Names.ADD_TITLE)
        tap(Names.ADD_TAKE)
        see(Names.TAKE_WHAT)
        back()
        see(Names.ADD_COST)
        bar(Names.BAR_NOTES)
        see(Names.LIST_EMPTY)
    }

    @Test
    fun aCameraThatCantIsToldAndCanBeTriedAgain() {
        val broken = object : Camera by Leaf() {
            override suspend fun take(): Chosen = throw IOException("covered")
        }
        onScreen(senses = object : Senses by Lending { override val camera = broken }) {
            firstRun(PIN)
            tap(Names.ADD_TITLE)
            tap(Names.ADD_TAKE)
            tap(Names.TAKE_NOW)
            see(Names.TAKE_FAILED)
            assertTrue(session.now.value.screen is Looking)
            bar(Names.BAR_NOTES)
            see(Names.LIST_EMPTY)
        }
    }

    @Test
    fun closeWhileThePictureIsTakenKeepsNothingOfIt() {
        val developed = CompletableDeferred<Chosen>()
        val slow = object : Camera by Leaf() {
            override suspend fun take() = developed.await()
        }
        onScreen(senses = object : Senses by Lending { override val camera = slow }) {
            firstRun(PIN)
            tap(Names.ADD_TITLE)
            tap(Names.ADD_TAKE)
            tap(Names.TAKE_NOW)
            see(Names.NOW_WORKING)
            close()
            developed.complete(Chosen("late.png", ByteArray(8)))
            unlock(PIN)
            bar(Names.BAR_NOTES)
            see(Names.LIST_EMPTY)
        }
    }

    @Test
    fun whyNothingIsReadIsSaid() {
        val mute = object : Senses by Lending {
            override val reader = Reader { _, _, _ -> throw Unheard(Missing.VOICE) }
        }
        onScreen(senses = mute) {
            firstRun(PIN)
            write("By the river", "A grey heron stood there for an hour.")
            tap(Names.SAVE_NO)
            bar(Names.BAR_NOTES)
            tapText("By the river")
            tap(Names.DO_MORE)
            tap(Names.READ_TO_ME)
            see(Names.READ_HOW)
            tap(Names.SOUND_EAR)
            see(Names.READ_NO_VOICE)
            see(Names.SOUND_EAR)
        }
    }

    private companion object {
        const val PIN = "271828"
    }
}
