package app.notebook.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.border
import androidx.compose.foundation.gestures.detectHorizontalDragGestures
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.rememberUpdatedState
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.TextUnit
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.min
import androidx.compose.ui.unit.sp
import app.notebook.core.DateLine
import app.notebook.core.MonthPage
import java.time.LocalDate
import kotlin.math.abs

/** A month as a grid of its days, and its dates in a list under it. */
@Composable
fun MonthScreen(page: MonthPage, onMonth: (Long) -> Unit, onOpen: (DateLine) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts.month(page.year, page.month), onBack) {
        MonthGrid(page, onMonth)
        WideButton(texts[DateNames.MONTH_BEFORE]) { onMonth(-1) }
        WideButton(texts[DateNames.MONTH_AFTER]) { onMonth(1) }
        if (page.dates.isEmpty()) Say(texts[DateNames.MONTH_NONE])
        page.dates.forEach { DateItem(it, onOpen) }
    }
}

/** Seven in a row, so that a digit that is twice as large has no more room: the letters grow as far as it goes. */
@Composable
private fun MonthGrid(page: MonthPage, onMonth: (Long) -> Unit) =
    BoxWithConstraints(Modifier.fillMaxWidth().swiped(onMonth)) {
        val column = maxWidth / WEEK
        val letters = with(LocalDensity.current) { min(18.sp.toDp(), column * 0.42f).toSp() }
        Column(verticalArrangement = Arrangement.spacedBy(2.dp)) {
            Weekdays(column, letters)
            val before = page.firstWeekday.toInt() - 1
            val cells = List(before) { null } + (1..page.days.toInt())
            for (week in cells.chunked(WEEK)) {
                Row { week.forEach { day -> if (day == null) Cell(column) {} else DayCell(page, day, column, letters) } }
            }
        }
    }

/** As large as the days, or as large as the longest of them lets all be. */
@Composable
private fun Weekdays(column: Dp, letters: TextUnit) {
    val (texts, measure) = LocalTexts.current to rememberTextMeasurer()
    val (names, style) = (1..WEEK).map(texts::weekday) to MaterialTheme.typography.bodyLarge.copy(fontSize = letters)
    val widest = names.maxOf { measure.measure(it, style).size.width }
    val room = with(LocalDensity.current) { column.toPx() * 0.9f }
    val size = letters * minOf(1f, room / widest)
    Row(Modifier.clearAndSetSemantics {}) { names.forEach { Cell(column) { Letters(it, size) } } }
}

@Composable
private fun Cell(width: Dp, content: @Composable () -> Unit) =
    Box(Modifier.width(width).height(width * 0.9f), Alignment.Center) { content() }

/** A day: today has a ring, one with a date a dot below it. */
@Composable
private fun DayCell(page: MonthPage, day: Int, width: Dp, letters: TextUnit) {
    val date = LocalDate.of(page.year, page.month.toInt(), day)
    val (isToday, has) = (page.today?.toInt() == day) to page.dates.any { it.on == date.toString() }
    val spoken = LocalTexts.current.spokenDay(date, isToday, has)
    val ink = MaterialTheme.colorScheme.primary
    val ring = if (isToday) Modifier.border(BorderStroke(2.dp, ink), Corners) else Modifier
    Box(
        Modifier.width(width).height(width * 0.9f).then(ring).clearAndSetSemantics { contentDescription = spoken },
        Alignment.Center,
    ) {
        Column(horizontalAlignment = Alignment.CenterHorizontally) {
            Letters(day.toString(), letters, bold = has)
            Surface(Modifier.size(width * 0.12f), CircleShape, if (has) ink else MaterialTheme.colorScheme.background) {}
        }
    }
}

@Composable
private fun Letters(text: String, size: TextUnit, bold: Boolean = false) =
    Text(
        text,
        color = MaterialTheme.colorScheme.onBackground,
        style = MaterialTheme.typography.bodyLarge.copy(fontSize = size, lineHeight = size * 1.2f),
        fontWeight = if (bold) FontWeight.Bold else FontWeight.Normal,
        softWrap = false,
    )

private fun Texts.spokenDay(day: LocalDate, isToday: Boolean, has: Boolean) =
    listOfNotNull(
            day(day),
            get(DateNames.MONTH_TODAY).takeIf { isToday },
            get(DateNames.MONTH_HAS).takeIf { has },
        )
        .joinToString(", ")

/** To other months by a finger; the buttons below do the same. */
@Composable
private fun Modifier.swiped(onMonth: (Long) -> Unit): Modifier {
    val tell = rememberUpdatedState(onMonth)
    val forward = if (LocalLayoutDirection.current == LayoutDirection.Ltr) -1 else 1
    return pointerInput(forward) {
        var moved = 0f
        detectHorizontalDragGestures(
            onDragStart = { moved = 0f },
            onDragEnd = {
                val far = abs(moved) > FAR.toPx()
                if (far) tell.value(if (moved * forward > 0) 1L else -1L)
            },
        ) { _, by ->
            moved += by
        }
    }
}

private const val WEEK = 7
private val FAR = 48.dp
