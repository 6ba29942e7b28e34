package app.notebook.preview

import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.isRoot
import app.notebook.ui.Names
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import kotlinx.coroutines.flow.MutableStateFlow
import org.junit.Test

/** What a screen reader says of the number pad, which others may hear. */
@OptIn(ExperimentalTestApi::class)
class PadTest {
    private val earphones = MutableStateFlow(false)

    @Test
    fun digitsAreSaidOnlyWhileEarphonesAreIn() = Place().use { place ->
        onScreen(place.session(earphones = earphones)) {
            firstRun(PIN)
            close()
            assertEquals(emptySet(), saidDigits())
            assertTrue(isHinted())
            earphones.value = true
            until { saidDigits() == ('0'..'9').map(Char::toString).toSet() }
            assertTrue(!isHinted())
            earphones.value = false
            until { saidDigits().isEmpty() }
            // The places are enough to put it in.
            unlock(PIN)
        }
    }

    private fun Robot.saidDigits(): Set<String> {
        ui.waitForIdle()
        val words = ui.onAllNodes(!isRoot(), useUnmergedTree = true).fetchSemanticsNodes().flatMap { node ->
            val spoken = node.config.getOrNull(SemanticsProperties.ContentDescription).orEmpty()
            spoken.ifEmpty { node.config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text } }
        }
        return words.filter { word -> word.any(Char::isDigit) }.toSet()
    }

    private fun Robot.isHinted() =
        ui.onAllNodes(hasContentDescription(said(Names.PAD_EARPHONES), substring = true)).fetchSemanticsNodes().isNotEmpty()

    private companion object {
        const val PIN = "271828"
    }
}
