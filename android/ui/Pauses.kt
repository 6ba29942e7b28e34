package app.notebook.ui

import kotlin.time.Duration
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.minutes
import kotlin.time.Duration.Companion.seconds

/**
 * How long to wait: after the last key before the draft is kept, after the last write before the core rests, and what
 * counts as a minute without a touch.
 */
data class Pauses(
    val typing: Duration = 500.milliseconds,
    val rest: Duration = 2.seconds,
    val minute: Duration = 1.minutes,
)
