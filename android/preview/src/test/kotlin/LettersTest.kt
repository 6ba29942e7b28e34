package app.notebook.preview

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.text.TextLayoutResult
import app.notebook.ui.CardNames
import app.notebook.ui.Names
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNotEquals
import kotlin.test.assertTrue
import org.jetbrains.skia.Data
import org.jetbrains.skia.FontMgr
import org.jetbrains.skia.Typeface
import org.jetbrains.skia.paragraph.FontCollection
import org.jetbrains.skia.paragraph.ParagraphBuilder
import org.jetbrains.skia.paragraph.ParagraphStyle
import org.jetbrains.skia.paragraph.TextStyle
import org.jetbrains.skia.paragraph.TypefaceFontProvider
import org.junit.Test

/** The screens are written in the letters of look.md, in the sizes it names, and in no thin ones. */
class LettersTest {
    private val faces = listOf("regular", "medium", "bold").map { face("font/atkinson_$it.ttf") }

    @Test
    fun theFacesAreThoseAndTheirWeightsAreTheirOwn() {
        assertTrue(faces.all { it.familyName.startsWith("Atkinson Hyperlegible Next") })
        assertEquals(listOf(400, 500, 700), faces.map { it.fontStyle.weight })
        // Made so: what looks alike elsewhere does not here.
        assertEquals(6, faces.first().getStringGlyphs("Il1O0o").toSet().size)
        assertFalse(faces.first().getStringGlyphs("éñßłşč’“”–·€").contains(0))
    }

    @Test
    fun theLicenceGoesWithThem() {
        val licence = resource("raw/atkinson_licence.txt").decodeToString()
        assertTrue(licence.startsWith("Copyright") && licence.contains("SIL OPEN FONT LICENSE Version 1.1"))
    }

    @OptIn(ExperimentalTestApi::class)
    @Test
    fun everyTextIsInTheseLettersInTheSizesOfTheLook() = onScreen {
        firstRun("271828")
        val sizes = mutableSetOf<Pair<Float, Float>>()
        val pages = listOf(Names.BAR_MORE to Names.MORE_COPIES, Names.BAR_NOTES to Names.LIST_EMPTY, CardNames.BAR_CARD to CardNames.CARD_WHAT)
        for ((place, there) in pages) {
            bar(place)
            see(there)
            for (drawn in ui.drawn()) {
                val style = drawn.layoutInput.style
                assertEquals(LETTERS, style.fontFamily, drawn.layoutInput.text.text)
                assertTrue(style.fontWeight!!.weight >= 400)
                sizes += style.fontSize.value to style.lineHeight.value
            }
        }
        assertTrue(sizes.containsAll(listOf(18f to 27f, 22f to 27.5f, 28f to 35f)), "$sizes")
    }

    /** What they lack is drawn by another face of the system, not as a box. */
    @Test
    fun scriptsThatTheyLackAreWrittenToo() {
        for (text in listOf("\u0645\u0646 \u0623\u0646\u062a", "\u0928\u092e\u0938\u094d\u0924\u0947", "\u0395\u03bb\u03bb\u03ac\u03b4\u03b1", "\ud83c\udf3f")) {
            assertTrue(faces.first().getStringGlyphs(text).contains(0), text)
            assertEquals(0, boxes(text), text)
        }
        assertNotEquals(0, boxes("\udbff\udffd"), "the test sees a box")
    }

    private fun boxes(text: String): Int {
        val ours = TypefaceFontProvider().apply { registerTypeface(faces.first(), "letters") }
        val fonts = FontCollection().setAssetFontManager(ours).setDefaultFontManager(FontMgr.default)
        val style = TextStyle().setFontFamily("letters").setFontSize(18f)
        val written = ParagraphBuilder(ParagraphStyle(), fonts).pushStyle(style).addText(text).build().layout(400f)
        return written.unresolvedGlyphsCount
    }

    private fun face(name: String): Typeface = FontMgr.default.makeFromData(Data.makeFromBytes(resource(name)))!!

    @OptIn(ExperimentalTestApi::class)
    private fun androidx.compose.ui.test.ComposeUiTest.drawn(): List<TextLayoutResult> {
        val texts = onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsActions.GetTextLayoutResult), useUnmergedTree = true)
        return texts.fetchSemanticsNodes().flatMap { node ->
            mutableListOf<TextLayoutResult>().also { node.config[SemanticsActions.GetTextLayoutResult].action?.invoke(it) }
        }
    }
}
