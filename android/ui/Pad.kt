package app.notebook.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.compositionLocalOf
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.onKeyEvent
import androidx.compose.ui.input.key.type
import androidx.compose.ui.input.key.utf16CodePoint
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp

/** Digits as they are tapped: bytes that can be zeroed, never a String, which stays in memory. */
class Pin {
    private val digits = ByteArray(LONGEST)

    /** How many there are. */
    var count by mutableIntStateOf(0)
        private set

    /** One more. */
    fun add(digit: Int) {
        if (count < LONGEST) digits[count++] = ('0'.code + digit).toByte()
    }

    /** Takes the last one off. */
    fun takeOff() {
        if (count > 0) digits[--count] = 0
    }

    /** The digits for one call, whose taker zeroes them; none stay here. */
    fun take(): ByteArray = digits.copyOf(count).also { wipe() }

    /** Zeroes them. */
    fun wipe() {
        digits.fill(0)
        count = 0
    }

    private companion object {
        const val LONGEST = 64
    }
}

/** Whether only she hears what a screen reader says. */
val LocalEarphones = compositionLocalOf { false }

/**
 * The number pad. It shows how many digits there are and never which; [step] begins it anew. A screen reader says the
 * digits while earphones are in, else where a key is.
 */
@Composable
fun PinPad(step: Any, onPin: (ByteArray) -> Unit) {
    val texts = LocalTexts.current
    val heard = LocalEarphones.current
    val pin = remember(step) { Pin() }
    DisposableEffect(pin) { onDispose { pin.wipe() } }
    val go = { if (pin.count > 0) onPin(pin.take()) }
    Column(Modifier.fillMaxWidth().keys(pin, go), Arrangement.spacedBy(8.dp)) {
        val count = texts.count(Names.PAD_DIGITS, pin.count.toULong())
        val hint = if (heard || pin.count > 0) null else texts[Names.PAD_EARPHONES]
        Say(
            count,
            Modifier.semantics {
                liveRegion = LiveRegionMode.Polite
                if (hint != null) contentDescription = "$count\n$hint"
            },
        )
        ROWS.forEachIndexed { row, digits ->
            Digits(digits, { key -> if (heard) digits[key].toString() else texts.padKey(row + 1, key + 1) }, pin::add)
        }
        WideButton(texts[Names.PAD_TAKE_OFF], enabled = pin.count > 0) { pin.takeOff() }
        WideButton(texts[Names.PAD_GO], Act.MAIN) { go() }
    }
}

private val ROWS = listOf(listOf(1, 2, 3), listOf(4, 5, 6), listOf(7, 8, 9), listOf(0))

/** In the same places on every phone, also where words run from right to left: a PIN is known by the hand. */
@Composable
private fun Digits(row: List<Int>, spoken: (Int) -> String, onDigit: (Int) -> Unit) =
    CompositionLocalProvider(LocalLayoutDirection provides LayoutDirection.Ltr) {
        Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(8.dp)) {
            row.forEachIndexed { key, digit ->
                Button(digit.toString(), Modifier.weight(1f), spoken = spoken(key)) { onDigit(digit) }
            }
        }
    }

/** Digits, Backspace and the Enter beside them work on a keyboard too, while the pad has the focus. */
private fun Modifier.keys(pin: Pin, go: () -> Unit) = onKeyEvent { event ->
    val digit = event.utf16CodePoint - '0'.code
    when {
        event.type != KeyEventType.KeyDown -> false
        digit in 0..9 -> true.also { pin.add(digit) }
        event.key == Key.Backspace -> true.also { pin.takeOff() }
        event.key == Key.NumPadEnter -> true.also { go() }
        else -> false
    }
}
