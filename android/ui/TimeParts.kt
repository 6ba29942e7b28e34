package app.notebook.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.unit.dp
import java.time.LocalDate

/** What she knows of a time: which way, and the fields that it needs. */
@Composable
internal fun ColumnScope.TimeParts(time: TimeFields, timings: List<Timing> = Timing.entries, onTime: (TimeFields) -> Unit) {
    val texts = LocalTexts.current
    Column(Modifier.selectableGroup()) {
        for (timing in timings) Choice(texts[timing.label], time.timing == timing) { onTime(time.copy(timing = timing)) }
    }
    if (time.timing == Timing.TO_BE_TOLD) return
    DayParts(time.day) { onTime(time.copy(day = it)) }
    when (time.timing) {
        Timing.WINDOW -> {
            ClockParts(time.from, FROM) { onTime(time.copy(from = it)) }
            ClockParts(time.to, TO) { onTime(time.copy(to = it)) }
        }
        Timing.AT -> ClockParts(time.from) { onTime(time.copy(from = it)) }
        else -> Unit
    }
    Understood(time)
}

/** The day in words as soon as it is one, and in time what can't be. Nothing is said while she has hardly begun. */
@Composable
private fun Understood(time: TimeFields) {
    val texts = LocalTexts.current
    time.day.read?.let { Say(texts.day(it), quiet = true) }
    val day = time.day
    val trouble = time.read().trouble
    val isFull = listOf(day.day, day.month, day.year).none(String::isBlank)
    val isTyped = trouble != DateNames.DATE_NO_TIME || time.from.hour.isNotBlank() && time.to.hour.isNotBlank()
    if (trouble != null && isFull && isTyped) Say(texts[trouble])
}

/** A day in three fields, or the nearest two by a tap. */
@Composable
internal fun DayParts(day: DayFields, onDay: (DayFields) -> Unit) {
    val texts = LocalTexts.current
    Side(
        { Field(texts[DateNames.DATE_DAY], day.day, it, digits = true) { typed -> onDay(day.copy(day = typed)) } },
        { Field(texts[DateNames.DATE_MONTH], day.month, it, digits = true) { typed -> onDay(day.copy(month = typed)) } },
        { Field(texts[DateNames.DATE_YEAR], day.year, it, digits = true) { typed -> onDay(day.copy(year = typed)) } },
    )
    Side(
        { Button(texts[DateNames.DATE_TODAY], it) { onDay(DayFields(LocalDate.now())) } },
        { Button(texts[DateNames.DATE_TOMORROW], it) { onDay(DayFields(LocalDate.now().plusDays(1))) } },
    )
}

/** What the two fields of a time of day are called. */
internal class ClockNames(val hour: String, val minute: String)

internal val FROM = ClockNames(DateNames.DATE_FROM_HOUR, DateNames.DATE_FROM_MINUTE)
internal val TO = ClockNames(DateNames.DATE_TO_HOUR, DateNames.DATE_TO_MINUTE)

/** A time of day in two fields. */
@Composable
internal fun ClockParts(
    clock: ClockFields,
    names: ClockNames = ClockNames(DateNames.DATE_HOUR, DateNames.DATE_MINUTE),
    onClock: (ClockFields) -> Unit,
) {
    val texts = LocalTexts.current
    Side(
        { Field(texts[names.hour], clock.hour, it, digits = true) { typed -> onClock(clock.copy(hour = typed)) } },
        { Field(texts[names.minute], clock.minute, it, digits = true) { typed -> onClock(clock.copy(minute = typed)) } },
    )
}

/** Side by side; under one another where the words are too large for it. */
@Composable
internal fun Side(vararg parts: @Composable (Modifier) -> Unit) =
    BoxWithConstraints(Modifier.fillMaxWidth()) {
        if (maxWidth / LocalDensity.current.fontScale < NARROW) {
            Column(verticalArrangement = Arrangement.spacedBy(12.dp)) { parts.forEach { it(Modifier.fillMaxWidth()) } }
        } else {
            Row(horizontalArrangement = Arrangement.spacedBy(12.dp)) { parts.forEach { it(Modifier.weight(1f)) } }
        }
    }

private val NARROW = 300.dp
