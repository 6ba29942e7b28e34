package app.notebook.preview

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.isHeading
import androidx.compose.ui.test.v2.runDesktopComposeUiTest
import androidx.compose.ui.text.TextLayoutResult
import androidx.compose.ui.unit.Density
import app.notebook.ui.BAR_TAG
import app.notebook.ui.Blank
import app.notebook.ui.Inside
import app.notebook.ui.NotebookApp
import app.notebook.ui.OnScreen
import app.notebook.ui.RIGHT_NOW_TAG
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import org.junit.Test

/** What a screen reader, a finger and a keyboard find on every screen. */
@OptIn(ExperimentalTestApi::class)
class SweepTest {
    private var rightNow: Rect? = null

    @Test fun aPhone() = sweep(Screenful())

    @Test fun aSmallPhoneWithWordsTwiceAsLarge() = sweep(Screenful(width = 320, height = 640, words = 2f))

    @Test fun onItsSide() = sweep(Screenful(width = 780, height = 360))

    @Test fun rightToLeft() = sweep(Screenful(language = "ar-XB"))

    @Test fun longWordsTwiceAsLargeOnASmallPhone() =
        sweep(Screenful(width = 320, height = 640, words = 2f, language = "en-XA"))

    private fun sweep(size: Screenful) = Place().use { place ->
        val copies = OneCopy(place.copy)
        val session = place.session(copies, WalkSenses, size.language, calls = {}, biometrics = WalkBiometrics())
        val seen = mutableSetOf<String>()
        runDesktopComposeUiTest(size.width, size.height) {
            setContent {
                CompositionLocalProvider(LocalDensity provides Density(1f, size.words)) { NotebookApp(session, LETTERS) }
            }
            Walk(session, copies) { name ->
                    waitForIdle()
                    waitUntil(timeoutMillis = 30_000) { session.now.value.screen.let { it == Blank || it is OnScreen } || hasHeading() }
                    look(name, size, session.now.value.screen is Inside)
                    seen += name
                }
                .all()
        }
        assertTrue(seen.size >= 110, "only ${seen.size} screens were seen")
    }

    private fun ComposeUiTest.hasHeading() = onAllNodes(isHeading()).fetchSemanticsNodes().isNotEmpty()

    private fun ComposeUiTest.look(name: String, size: Screenful, inside: Boolean) {
        val controls = onAllNodes(hasClickAction() or hasSetTextAction()).fetchSemanticsNodes()
        assertTrue(controls.isNotEmpty(), "nothing can be done on $name")
        for (control in controls) {
            assertTrue(control.words().any(String::isNotBlank), "a control on $name has no name")
            assertTrue(control.touchBoundsInRoot.isTapped(), "${control.words()} on $name is too small")
            val wide = control.boundsInRoot
            assertTrue(wide.left >= 0f && wide.right <= size.width, "${control.words()} on $name is cut")
        }
        textsAreWhole(name)
        if (inside) lookAtBar(name, size)
        if (inside) lookAtRightNow(name)
    }

    /** One tap from each page, and in the same spot. */
    private fun ComposeUiTest.lookAtRightNow(name: String) {
        val spot = onNode(hasTestTag(RIGHT_NOW_TAG)).fetchSemanticsNode().boundsInRoot
        assertEquals(rightNow ?: spot, spot, "Right now on $name")
        rightNow = spot
    }

    /** No text is larger than the room it is drawn in. */
    private fun ComposeUiTest.textsAreWhole(name: String) {
        val texts = onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsActions.GetTextLayoutResult), useUnmergedTree = true)
        for (text in texts.fetchSemanticsNodes()) {
            val drawn = mutableListOf<TextLayoutResult>()
            text.config[SemanticsActions.GetTextLayoutResult].action?.invoke(drawn)
            assertTrue(drawn.all { it.isWhole() }, "${text.words()} on $name is cut")
        }
    }

    /** A hair is left for rounding. */
    private fun TextLayoutResult.isWhole(): Boolean {
        val wide = (0 until lineCount).maxOfOrNull { getLineRight(it) - getLineLeft(it) } ?: 0f
        val high = if (lineCount == 0) 0f else getLineBottom(lineCount - 1)
        return wide <= size.width + 1f && high <= size.height + 1f && !multiParagraph.didExceedMaxLines
    }

    /** The bar is whole, and nothing of the page lies under it. */
    private fun ComposeUiTest.lookAtBar(name: String, size: Screenful) {
        val bar = onNode(hasTestTag(BAR_TAG)).fetchSemanticsNode().boundsInRoot
        val inBar = hasAnyAncestor(hasTestTag(BAR_TAG))
        val items = onAllNodes(inBar and hasClickAction()).fetchSemanticsNodes()
        assertEquals(5, items.size, "the bar on $name")
        assertTrue(bar.bottom <= size.height && bar.height < size.height / 2f, "the bar on $name")
        items.forEach { assertTrue(bar.contains(it.boundsInRoot.center), "${it.words()} on $name") }
        val page = SemanticsMatcher("of the page") { !inBar.matches(it) && it.config.getOrNull(SemanticsProperties.TestTag) != BAR_TAG }
        val leaves = onAllNodes(page, useUnmergedTree = true).fetchSemanticsNodes().filter { it.children.isEmpty() }
        for (leaf in leaves) {
            val shown = leaf.boundsInRoot
            assertTrue(shown.isEmpty || !shown.overlaps(bar) || inBar(leaf), "${leaf.words()} on $name lies under the bar")
        }
    }

    private fun inBar(node: SemanticsNode): Boolean =
        generateSequence(node) { it.parent }.any { it.config.getOrNull(SemanticsProperties.TestTag) == BAR_TAG }

    private fun SemanticsNode.words(): List<String> =
        config.getOrNull(SemanticsProperties.ContentDescription).orEmpty() +
            config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text } +
            listOfNotNull(config.getOrNull(SemanticsProperties.EditableText)?.text)

    /** What is scrolled out of sight is measured when it is in sight; a hair is left for rounding. */
    private fun Rect.isTapped() = isEmpty || width >= 47.9f && height >= 47.9f
}
