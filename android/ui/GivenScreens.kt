package app.notebook.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.rotate
import androidx.compose.ui.keepScreenOn
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp

/** A page for someone else to read. Nothing else can be reached from it: it turns round, and it closes. */
@Composable
fun OnScreenScreen(state: OnScreen, onTurn: () -> Unit, onLonger: () -> Unit, onClose: () -> Unit) {
    val texts = LocalTexts.current
    // The whole of it turns, for someone across a desk.
    Column(Modifier.fillMaxSize().keepScreenOn().rotate(if (state.isTurned) HALF_ROUND else 0f)) {
        LargePage(state.paragraphs, Modifier.weight(1f))
        HorizontalDivider(color = MaterialTheme.colorScheme.outline)
        if (state.closesSoon) ClosesSoon(onLonger)
        Column(Modifier.padding(4.dp)) {
            Side(
                { Button(texts[CardNames.ON_SCREEN_TURN], it, onClick = onTurn) },
                { Button(texts[Names.BAR_CLOSE], it, onClick = onClose) },
            )
        }
    }
}

@Composable
private fun ClosesSoon(onLonger: () -> Unit) {
    val texts = LocalTexts.current
    Column(Modifier.padding(horizontal = 12.dp, vertical = 4.dp), Arrangement.spacedBy(4.dp)) {
        Say(texts[CardNames.ON_SCREEN_SOON], Modifier.semantics { liveRegion = LiveRegionMode.Assertive })
        WideButton(texts[CardNames.ON_SCREEN_LONGER], onClick = onLonger)
    }
}

private const val HALF_ROUND = 180f

/** Lines that she reads to someone, one at a time. */
@Composable
fun ReadOutScreen(state: ReadOut, onLine: (Int) -> Unit, onDone: () -> Unit) {
    val texts = LocalTexts.current
    val line = state.lines.getOrNull(state.at)
    Page(texts[CardNames.SHOW_DO_ALOUD]) {
        // The phone must not go dark while someone listens.
        Box(Modifier.keepScreenOn())
        if (line == null) {
            Say(texts[CardNames.ALOUD_ALL], Modifier.semantics { liveRegion = LiveRegionMode.Polite })
            WideButton(texts[Names.DO_DONE], Act.MAIN, onClick = onDone)
        } else {
            Say(texts.count(CardNames.ALOUD_PLACE, (state.at + 1).toULong()), quiet = true)
            LargeLine(line)
            WideButton(texts[CardNames.ALOUD_NEXT], Act.MAIN) { onLine(1) }
        }
        if (state.at > 0) WideButton(texts[CardNames.ALOUD_BEFORE]) { onLine(-1) }
    }
}

/** A line in large letters. A screen reader says the next one when it comes. */
@Composable
private fun LargeLine(line: String) =
    Text(
        line,
        Modifier.padding(vertical = 12.dp).semantics { liveRegion = LiveRegionMode.Polite },
        color = MaterialTheme.colorScheme.onBackground,
        style = MaterialTheme.typography.headlineLarge,
    )

/** A text that was given: copied, and here to be written out by hand. */
@Composable
fun TextGivenScreen(text: String, onDone: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[CardNames.SHOW_DO_TEXT], onBack) {
        // Nor while she writes it down by hand.
        Box(Modifier.keepScreenOn())
        Say(texts[CardNames.TEXT_COPIED])
        Say(texts[CardNames.TEXT_BY_HAND])
        Say(text)
        WideButton(texts[Names.DO_DONE], Act.MAIN, onClick = onDone)
    }
}

/** A page that was given, as a file: to print or to save, or both. */
@Composable
fun PageGivenScreen(onPrint: (() -> Unit)?, onSave: () -> Unit, onDone: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[CardNames.SHOW_DO_PAGE], onBack) {
        Say(texts[CardNames.PAGE_WHAT])
        if (onPrint != null) WideButton(texts[CardNames.PAGE_PRINT], onClick = onPrint)
        WideButton(texts[CardNames.PAGE_SAVE], onClick = onSave)
        WideButton(texts[Names.DO_DONE], Act.MAIN, onClick = onDone)
    }
}
