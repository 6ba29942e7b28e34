package app.notebook.preview

import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.isRoot
import app.notebook.core.Standing
import app.notebook.core.label
import app.notebook.ui.Closes
import app.notebook.ui.Look
import app.notebook.ui.Names
import app.notebook.ui.Pauses
import app.notebook.ui.resume
import app.notebook.ui.suspend
import java.lang.reflect.Modifier
import java.util.Collections
import java.util.IdentityHashMap
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.runBlocking
import org.junit.Test

/** After Close nothing she typed is left in what the screens hold. */
class CloseTest {
    @Test
    fun noTypedWordIsReachableAfterClose() = onScreen {
        firstRun(PIN)
        write("Title with $WORD", "Text with $WORD in it.")
        tap(Names.SAVE_NO)
        bar(Names.BAR_NOTES)
        tapText(WORD)
        tap(Names.PAGE_CHANGE)
        type(Names.WRITE_FIELD, "Text with $WORD, changed.")
        assertTrue(treeHas(WORD), "the test sees what is on the screen")
        assertTrue(holds(session, WORD), "the test sees what the session holds")
        close()
        assertFalse(treeHas(WORD))
        assertFalse(holds(session, WORD))
    }

    @Test
    fun thePageIsBlankBeforeTheCoreHasLocked() = onScreen {
        firstRun(PIN)
        type(Names.WRITE_FIELD, "Text with $WORD in it.")
        val locked = session.close()
        assertFalse(holds(session, WORD) && !locked.isCompleted)
        assertFalse(treeHas(WORD))
        see(Names.UNLOCK_TITLE)
    }

    @Test
    fun closingOnceMoreAtOnceLosesNothing() = onScreen {
        firstRun(PIN)
        type(Names.WRITE_FIELD, "Text with $WORD in it.")
        repeat(3) { session.close() }
        unlock(PIN)
        bar(Names.BAR_NOTES)
        openUntitled()
        seeText(WORD)
    }

    @Test
    fun itClosesWhenSheLeavesItAloneAndKeepsWhatSheTyped() = Place().use { place ->
        val quick = Pauses(typing = 20.milliseconds, rest = 50.milliseconds, minute = 1.seconds)
        val session = place.session(pauses = quick)
        session.look(Look(closes = Closes.FIFTEEN))
        onScreen(session) {
            firstRun(PIN)
            type(Names.WRITE_FIELD, "Text with $WORD in it.")
            session.look(Look(closes = Closes.ONE))
            see(Names.UNLOCK_TITLE)
            assertFalse(treeHas(WORD))
            session.look(Look(closes = Closes.FIFTEEN))
            unlock(PIN)
            bar(Names.BAR_NOTES)
            openUntitled()
            seeText(WORD)
        }
    }

    @Test
    fun onAShortWayOutAllStaysAsItWasAndTheFilesAreLetGo() = onScreen {
        firstRun(PIN)
        write("Title with $WORD", "Text with $WORD in it.")
        tap(Names.SAVE_NO)
        runBlocking { session.suspend().join() }
        assertEquals(Standing.RESTING, session.notebooks.standing())
        runBlocking { session.resume().join() }
        bar(Names.BAR_NOTES)
        seeText(WORD)
    }

    @Test
    fun theWindowIsCalledByTheLabelAlone() = assertEquals(label(), windowTitle())

    @OptIn(ExperimentalTestApi::class)
    private fun Robot.treeHas(word: String): Boolean {
        ui.waitForIdle()
        return ui.onAllNodes(isRoot(), useUnmergedTree = true).fetchSemanticsNodes().any { it.has(word) }
    }

    private fun SemanticsNode.has(word: String): Boolean =
        config.any { it.value.toString().contains(word) } || children.any { it.has(word) }

    /** Whether a text, or bytes of it, can be reached from the fields of an object, whoever's they are. */
    private fun holds(from: Any, word: String): Boolean {
        val seen = Collections.newSetFromMap(IdentityHashMap<Any, Boolean>())
        val waiting = ArrayDeque(listOf(from))
        while (waiting.isNotEmpty()) {
            val thing = waiting.removeLast()
            if (!seen.add(thing)) continue
            if (thing is CharSequence && thing.contains(word)) return true
            if (thing is ByteArray && String(thing).contains(word)) return true
            waiting.addAll(reached(thing))
        }
        return false
    }

    private fun reached(thing: Any): List<Any> =
        when {
            thing is Map<*, *> -> (thing.keys + thing.values).filterNotNull()
            thing is Collection<*> -> thing.filterNotNull()
            thing is Array<*> -> thing.filterNotNull()
            thing.javaClass.simpleName == "StateFlowImpl" -> listOfNotNull((thing as StateFlow<*>).value)
            // What draws and what runs belongs to others: the tree of what is drawn is looked through by itself.
            !OURS.containsMatchIn(thing.javaClass.name) -> emptyList()
            else -> generateSequence<Class<*>>(thing.javaClass) { it.superclass }.flatMap { fields(it, thing) }.toList()
        }

    private fun fields(of: Class<*>, thing: Any): List<Any> =
        of.declaredFields
            .filter { !Modifier.isStatic(it.modifiers) && !it.type.isPrimitive && it.trySetAccessible() }
            .mapNotNull { it.get(thing) }

    private companion object {
        const val PIN = "271828"
        const val WORD = "pomegranate"
        val OURS = Regex("^(app\\.notebook|kotlin)\\.")
    }
}
