package app.notebook.ui

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import app.notebook.core.Language

/** The screens under More. */
@Composable
internal fun MoreScreens(session: Session, screen: MorePage, look: Look) {
    val back = session::goBack
    when (screen) {
        More -> MoreScreen(session.there, session.biometrics != null, session::go, session::check, session::deleteAll)
        is ConfirmPin -> ConfirmPinScreen(screen.to, session::confirmPin, back)
        is ChangePin -> NewPinScreen(screen.again, session::changePin, back)
        is Recovery -> RecoveryScreen(screen.made, session::makeRecovery, session::forgetRecovery, back)
        is BiometricPage -> BiometricScreen(screen, session::openByBiometric, { session.go(Place.RECOVERY) }, back)
        is KeepTexts -> KeepScreen(screen.on, session::keepTexts, session::clearAllEarlier, back)
        ClosesPage -> ClosesScreen(look.closes, { session.look(look.copy(closes = it)) }, back)
        is WrongPins -> WrongPinsScreen(screen.after, session::deleteAfter, back)
        LookPage -> LookScreen(look, session.there, session::look, back)
        Limits -> LimitsScreen(back)
        SaveCopy -> SaveCopyScreen(session::beforeSealedCopy, session::beforeOpenCopy, back)
        is Leaving -> LeavingScreen(screen, session::takeAllFiles, session::copyOut, back)
        is Twelve -> TwelveScreen(screen, session::twelveDone)
        is BringBack -> BringBackScreen(screen, session::chooseCopy, session::previewCopy, session::bringBack, back)
    }
}

/** More itself: a few groups, at most three things in each. */
@Composable
fun MoreScreen(
    languages: List<Language>,
    biometrics: Boolean,
    onGo: (Place) -> Unit,
    onCheck: () -> Unit,
    onDeleteAll: () -> Unit,
) {
    val texts = LocalTexts.current
    Page(texts[Names.BAR_MORE]) {
        Heading(texts[Names.MORE_COPIES])
        WideButton(texts[Names.MORE_SAVE_COPY]) { onGo(Place.SAVE) }
        WideButton(texts[Names.MORE_BRING_BACK]) { onGo(Place.BRING) }
        WideButton(texts[Names.MORE_CHECK], onClick = onCheck)
        Heading(texts[Names.MORE_WAY_IN])
        WideButton(texts[Names.MORE_CHANGE_PIN]) { onGo(Place.PIN) }
        WideButton(texts[Names.MORE_RECOVERY]) { onGo(Place.RECOVERY) }
        if (biometrics) WideButton(texts[Names.MORE_BIOMETRIC]) { onGo(Place.BIOMETRIC) }
        Heading(texts[Names.MORE_CLOSING])
        WideButton(texts[Names.CLOSES_TITLE]) { onGo(Place.CLOSES) }
        WideButton(texts[Names.WRONG_PINS_TITLE]) { onGo(Place.WRONG_PINS) }
        Heading(texts[Names.MORE_HOW])
        WideButton(texts[lookName(languages)]) { onGo(Place.LOOK) }
        WideButton(texts[DateNames.REMINDERS_TITLE]) { onGo(Place.REMINDERS) }
        WideButton(texts[Names.MORE_EARLIER]) { onGo(Place.KEEP) }
        WideButton(texts[Names.MORE_LIMITS]) { onGo(Place.LIMITS) }
        Heading(texts[Names.MORE_END])
        WideButton(texts[Names.MORE_DELETE_ALL], Act.FINAL, onClick = onDeleteAll)
    }
}

/** The PIN once more, before the page that she goes [to]. */
@Composable
fun ConfirmPinScreen(to: Place, onPin: (ByteArray) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[Names.CONFIRM_PIN_TITLE], onBack) {
        Say(texts[Names.CONFIRM_PIN_WHY])
        PinPad(to, onPin)
        Say(texts[Names.CONFIRM_PIN_LOST], quiet = true)
    }
}

/** Recovery words: made, made anew, or made to open nothing. */
@Composable
fun RecoveryScreen(made: Boolean, onMake: () -> Unit, onForget: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[Names.MORE_RECOVERY], onBack) {
        Say(texts[Names.RECOVERY_PAGE_WHAT])
        Say(texts[Names.RECOVERY_PAGE_RISK])
        Say(texts[if (made) Names.RECOVERY_PAGE_HAS else Names.RECOVERY_PAGE_NONE])
        if (made) Say(texts[Names.RECOVERY_PAGE_INSTEAD], quiet = true)
        WideButton(texts[if (made) Names.RECOVERY_PAGE_NEW else Names.RECOVERY_PAGE_MAKE], onClick = onMake)
        if (made) WideButton(texts[Names.RECOVERY_PAGE_FORGET], Act.FINAL, onClick = onForget)
    }
}

/** A finger or a face instead of the PIN: off until she turns it on, and what that means. */
@Composable
fun BiometricScreen(state: BiometricPage, onOpen: (Boolean) -> Unit, onRecovery: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[Names.MORE_BIOMETRIC], onBack) {
        Say(texts[Names.BIOMETRIC_WHAT])
        Say(texts[Names.BIOMETRIC_ALL])
        Say(texts[Names.BIOMETRIC_FORCE])
        Say(texts[Names.BIOMETRIC_LOST])
        if (state.on || state.knowsSomeone) {
            Switched(texts[Names.BIOMETRIC_ON], state.on, onOpen)
        } else {
            Say(texts[Names.BIOMETRIC_NOBODY], quiet = true)
        }
        if (!state.recovery) WideButton(texts[Names.MORE_RECOVERY], onClick = onRecovery)
    }
}

/** Whether earlier texts are kept. */
@Composable
fun KeepScreen(on: Boolean, onKeep: (Boolean) -> Unit, onClear: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[Names.MORE_EARLIER], onBack) {
        Say(texts[Names.KEEP_WHAT])
        Switched(texts[Names.KEEP_ON], on, onKeep)
        WideButton(texts[Names.KEEP_CLEAR], Act.FINAL, onClick = onClear)
    }
}

/** When it closes by itself. */
@Composable
fun ClosesScreen(closes: Closes, onCloses: (Closes) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[Names.CLOSES_TITLE], onBack) {
        Say(texts[Names.CLOSES_WHAT])
        Column(Modifier.selectableGroup()) {
            for (choice in Closes.entries) Choice(texts[choice.label], choice == closes) { onCloses(choice) }
        }
    }
}

private val DELETE_AFTER = listOf(null, 10.toUByte(), 20.toUByte())

/** Whether wrong PINs ever delete anything. */
@Composable
fun WrongPinsScreen(after: UByte?, onAfter: (UByte?) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    val said = { count: UByte? ->
        if (count == null) texts[Names.SETTING_WIPE_OFF] else texts.count(Names.SETTING_WIPE_AFTER, count.toULong())
    }
    Page(texts[Names.WRONG_PINS_TITLE], onBack) {
        Say(texts[Names.WRONG_PINS_WHAT])
        Column(Modifier.selectableGroup()) {
            // What the command line may have chosen is there too.
            for (count in (DELETE_AFTER + after).distinct()) Choice(said(count), count == after) { onAfter(count) }
        }
    }
}

/** Where there is one language there is none to choose. */
private fun lookName(languages: List<Language>) =
    if (languages.size > 1) Names.MORE_LOOK_LANGUAGE else Names.MORE_LOOK

/** Size of the words, colours, and the language if there is more than one. */
@Composable
fun LookScreen(look: Look, languages: List<Language>, onLook: (Look) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[lookName(languages)], onBack) {
        Heading(texts[Names.LOOK_SIZE])
        Column(Modifier.selectableGroup()) {
            for (size in WordSize.entries) {
                Choice(texts[size.label], size == look.size) { onLook(look.copy(size = size)) }
            }
        }
        Heading(texts[Names.LOOK_COLOURS])
        Column(Modifier.selectableGroup()) {
            for (colours in Colours.entries) {
                Choice(texts[colours.label], colours == look.colours) { onLook(look.copy(colours = colours)) }
            }
        }
        if (languages.size > 1) Languages(languages, look.language) { onLook(look.copy(language = it)) }
    }
}

/** Each language by its own name, so that whoever speaks it finds it. */
@Composable
private fun Languages(there: List<Language>, chosen: String?, onChoose: (String?) -> Unit) {
    val texts = LocalTexts.current
    Heading(texts[Names.LOOK_LANGUAGE])
    Column(Modifier.selectableGroup()) {
        Choice(texts[Names.LOOK_PHONE], there.none { it.tag == chosen }) { onChoose(null) }
        for (language in there) Choice(language.name, language.tag == chosen) { onChoose(language.tag) }
    }
}

private val LIMITS =
    listOf(
        Names.LIMITS_ALONE,
        Names.LIMITS_FORCE,
        Names.LIMITS_SPY,
        Names.LIMITS_TOOLS,
        Names.LIMITS_LOST,
        Names.LIMITS_COPY,
        Names.LIMITS_STORE,
    )

/** What this can't do, said plainly. */
@Composable
fun LimitsScreen(onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[Names.MORE_LIMITS], onBack) { LIMITS.forEach { Say(texts[it]) } }
}
