package app.notebook.ui

import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue

/** The pages of the first run. */
@Composable
internal fun FirstScreens(session: Session, first: First) =
    key(first.step) {
        val texts = LocalTexts.current
        val back = session::goBack
        when (first.step) {
            FirstStep.WHAT -> WhatPage { session.firstNext() }
            FirstStep.LOST -> LostPage({ session.firstNext() }, back)
            FirstStep.PIN -> AboutPinPage({ session.firstNext() }, back)
            FirstStep.COUNT -> HowManyPage(session::firstNext, back)
            FirstStep.CHOOSE -> PinScreen(texts[Names.FIRST_CHOOSE], first.step, session::firstPin, back)
            FirstStep.AGAIN -> PinScreen(texts[Names.FIRST_AGAIN], first.step, session::firstPin, back)
            FirstStep.SECOND -> PinScreen(texts[Names.FIRST_SECOND], first.step, session::firstPin, back)
            FirstStep.SECOND_AGAIN ->
                PinScreen(texts[Names.FIRST_SECOND_AGAIN], first.step, session::firstPin, back)
        }
    }

/** What this is. */
@Composable
fun WhatPage(onNext: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[Names.FIRST_WHAT_TITLE]) {
        Say(texts[Names.FIRST_WHAT])
        Say(texts[Names.TEST_ONLY])
        WideButton(texts[Names.DO_NEXT], Act.MAIN, onClick = onNext)
    }
}

/** What is lost with the phone. */
@Composable
fun LostPage(onNext: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[Names.FIRST_LOST_TITLE], onBack) {
        Say(texts[Names.FIRST_LOST])
        Say(texts[Names.FIRST_LOST_LATER])
        WideButton(texts[Names.DO_NEXT], Act.MAIN, onClick = onNext)
    }
}

/** What a PIN is, and what happens if it is forgotten. */
@Composable
fun AboutPinPage(onNext: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[Names.FIRST_PIN_TITLE], onBack) {
        Say(texts[Names.FIRST_PIN])
        Say(texts[Names.FIRST_PIN_LOST])
        WideButton(texts[Names.DO_NEXT], Act.MAIN, onClick = onNext)
    }
}

/** The one question about a second notebook; no screen speaks of it again. */
@Composable
fun HowManyPage(onHaving: (Having) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[Names.FIRST_COUNT_TITLE], onBack) {
        Say(texts[Names.INIT_ONE_OR_TWO])
        Say(texts[Names.FIRST_TWO_LIMITS], quiet = true)
        WideButton(texts[Names.FIRST_ONE]) { onHaving(Having.ONE) }
        WideButton(texts[Names.FIRST_TWO]) { onHaving(Having.TWO) }
        WideButton(texts[Names.FIRST_ONE_PLAIN]) { onHaving(Having.ONE_PLAIN) }
    }
}

/** A page with the number pad; [step] begins the pad anew. */
@Composable
fun PinScreen(
    title: String,
    step: Any,
    onPin: (ByteArray) -> Unit,
    onBack: (() -> Unit)? = null,
    below: @Composable ColumnScope.() -> Unit = {},
) =
    Page(title, onBack) {
        PinPad(step, onPin)
        below()
    }

/** The number pad, and the other ways in. */
@Composable
fun UnlockScreen(state: Unlock, onPin: (ByteArray) -> Unit, onBiometric: () -> Unit, onForgot: () -> Unit) {
    val texts = LocalTexts.current
    PinScreen(texts[Names.UNLOCK_TITLE], Unlock::class, onPin) {
        if (state.biometric) WideButton(texts[Names.BIOMETRIC_ON], onClick = onBiometric)
        WideButton(texts[Names.UNLOCK_FORGOT], onClick = onForgot)
    }
}

/** A new PIN, asked for twice. */
@Composable
fun NewPinScreen(again: Boolean, onPin: (ByteArray) -> Unit, onBack: () -> Unit) {
    val name = if (again) Names.NEW_PIN_AGAIN else Names.NEW_PIN_TITLE
    PinScreen(LocalTexts.current[name], again, onPin, onBack)
}

/** The way in by recovery words. */
@Composable
fun WordsScreen(typed: String, onWords: (String) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    var words by remember { mutableStateOf(typed) }
    Page(texts[Names.UNLOCK_WORDS_TITLE], onBack) {
        Say(texts[Names.UNLOCK_WORDS_HOW])
        Field(texts[Names.UNLOCK_WORDS_FIELD], words, lines = 3, secret = true) { words = it }
        WideButton(texts[Names.DO_NEXT], Act.MAIN, enabled = words.isNotBlank()) { onWords(words) }
        Say(texts[Names.UNLOCK_WORDS_NONE], quiet = true)
    }
}
