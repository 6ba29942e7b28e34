package app.notebook.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.calculateEndPadding
import androidx.compose.foundation.layout.calculateStartPadding
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.TextMeasurer
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.unit.Constraints
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.unit.Density
import app.notebook.core.Paragraph

/** How many times the usual size of words, the largest first. */
private val SIZES = listOf(1.8f, 1.6f, 1.4f, 1.2f)

/** The lines stand closer than elsewhere, so that a short card is seen whole. */
private const val TIGHT = 1.25f

private val EDGE = PaddingValues(horizontal = 12.dp, vertical = 8.dp)
private val BETWEEN = 4.dp

/** A page, as large as it can be and still be seen whole. One that is too long for the usual size scrolls. */
@Composable
internal fun LargePage(paragraphs: List<Paragraph>, modifier: Modifier = Modifier) =
    BoxWithConstraints(modifier) {
        val style = largest(paragraphs, maxWidth - across(), maxHeight - EDGE.calculateTopPadding() * 2)
        Column(Modifier.fillMaxSize().verticalScroll(rememberScrollState()).padding(EDGE), Arrangement.spacedBy(BETWEEN)) {
            for (paragraph in paragraphs) ParagraphText(paragraph, style)
        }
    }

@Composable
private fun across(): Dp {
    val direction = LocalLayoutDirection.current
    return EDGE.calculateStartPadding(direction) + EDGE.calculateEndPadding(direction)
}

@Composable
private fun largest(paragraphs: List<Paragraph>, width: Dp, height: Dp): TextStyle {
    val (measurer, density) = rememberTextMeasurer() to LocalDensity.current
    val usual = MaterialTheme.typography.bodyLarge.let { it.copy(lineHeight = it.fontSize * TIGHT) }
    val larger = SIZES.map { usual.copy(fontSize = usual.fontSize * it, lineHeight = usual.lineHeight * it) }
    return larger.firstOrNull { density.height(measurer, paragraphs, it, width) <= height } ?: usual
}

private fun Density.height(measurer: TextMeasurer, paragraphs: List<Paragraph>, style: TextStyle, width: Dp): Dp {
    val room = Constraints(maxWidth = width.roundToPx().coerceAtLeast(0))
    val heights = paragraphs.map { measurer.measure(it.annotated(), style, constraints = room).size.height.toDp() }
    return heights.fold(BETWEEN * (paragraphs.size - 1).coerceAtLeast(0)) { all, one -> all + one }
}
