package app.notebook.preview

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.luminance
import app.notebook.ui.DarkPalette
import app.notebook.ui.LightPalette
import app.notebook.ui.Palette
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import org.junit.Test

/** The contrasts that `look.md` promises, by the formula of WCAG 2. */
class ThemeTest {
    @Test fun byDay() = check(LightPalette)

    @Test fun byNight() = check(DarkPalette)

    @Test
    fun theFormulaIsTheOneOfTheStandard() {
        assertEquals(21f, contrast(Color.Black, Color.White), 0.01f)
        assertEquals(4.48f, contrast(Color(0xFF777777), Color.White), 0.01f)
    }

    private fun check(palette: Palette) {
        for (surface in listOf(palette.paper, palette.card)) {
            for (text in listOf(palette.ink, palette.quietInk, palette.water, palette.clay, palette.fern)) {
                assertAtLeast(7f, text, surface)
            }
            assertAtLeast(4f, palette.edge, surface)
        }
        assertAtLeast(7f, palette.onFern, palette.fern)
    }

    private fun assertAtLeast(least: Float, one: Color, other: Color) =
        assertTrue(contrast(one, other) >= least, "$one on $other is ${contrast(one, other)}")

    private fun contrast(one: Color, other: Color): Float {
        val (dark, light) = listOf(one.luminance(), other.luminance()).sorted()
        return (light + 0.05f) / (dark + 0.05f)
    }
}
