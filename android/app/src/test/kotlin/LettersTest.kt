package app.notebook.android

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.getAllSemanticsNodes
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.text.TextLayoutResult
import app.notebook.ui.Names
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment

/** The application is written in the letters of look.md and carries their licence. */
@RunWith(RobolectricTestRunner::class)
class LettersTest {
    private val resources = RuntimeEnvironment.getApplication().resources

    @Test
    fun theirWeightsAndTheirLicenceAreInTheApplication() {
        val faces = listOf(R.font.atkinson_regular, R.font.atkinson_medium, R.font.atkinson_bold).map(resources::getFont)
        assertEquals(listOf(400, 500, 700), faces.map { it.weight })
        val licence = resources.openRawResource(R.raw.atkinson_licence).use { it.readBytes().decodeToString() }
        assertTrue(licence.startsWith("Copyright") && licence.contains("SIL OPEN FONT LICENSE Version 1.1"))
    }

    @Test
    fun everyTextIsInTheseLetters() = onPhone {
        firstRun()
        bar(Names.BAR_MORE)
        see(Names.MORE_LIMITS)
        nodes()
        val drawn = root.semanticsOwner.getAllSemanticsNodes(mergingEnabled = false).flatMap(::drawn)
        assertTrue(drawn.size > 10)
        drawn.forEach { assertEquals(LETTERS, it.layoutInput.style.fontFamily, it.layoutInput.text.text) }
    }

    private fun drawn(node: SemanticsNode) =
        mutableListOf<TextLayoutResult>().also { node.config.getOrNull(SemanticsActions.GetTextLayoutResult)?.action?.invoke(it) }
}
