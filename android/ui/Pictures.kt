package app.notebook.ui

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.size
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.scale
import androidx.compose.ui.graphics.vector.PathParser
import androidx.compose.ui.unit.dp

/** The box in which the core draws them. */
private const val BOX = 24f

private val LINE = Stroke(2f, cap = StrokeCap.Round, join = StrokeJoin.Round)

/**
 * A picture of a phrase, from its [path]: for someone who does not read. A screen reader passes over it, as the words beside
 * it say the same.
 */
@Composable
fun Picture(path: String) {
    val ink = MaterialTheme.colorScheme.onBackground
    val lines = remember(path) { PathParser().parsePathString(path).toPath() }
    Canvas(Modifier.size(36.dp)) { scale(size.width / BOX, Offset.Zero) { drawPath(lines, ink, style = LINE) } }
}
