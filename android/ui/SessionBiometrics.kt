package app.notebook.ui

import app.notebook.core.NotebookException

/** The number pad, with the other way in if the phone keeps one. */
internal fun Session.locked() = Unlock(biometrics?.mark != null)

/** Opens the notebook that the phone keeps a secret of, once the phone says that it is she. */
fun Session.unlockByBiometric() {
    act(Names.BIOMETRIC_CHANGED) {
        val biometrics = biometrics ?: return@act
        val asking = Asking(text(Names.BIOMETRIC_ASK), text(Names.BIOMETRIC_PIN))
        when (val checked = left.elsewhere { biometrics.check(asking) }) {
            is Checked.Passed -> openBy(checked.secret)
            is Checked.NotPassed -> if (checked.told) show(locked(), trouble(Names.BIOMETRIC_REFUSED))
            Checked.Changed -> forgetKept(biometrics)
        }
    }
}

private suspend fun Session.openBy(secret: ByteArray) {
    busy(Names.UNLOCK_OPENING)
    try {
        notebooks.lock()
        notebooks.unlockByBiometric(secret)
    } catch (refused: NotebookException.WrongSecret) {
        biometrics?.forget()
        show(locked())
        throw refused
    } finally {
        secret.fill(0)
    }
    enterOrLock()
}

private suspend fun Session.forgetKept(biometrics: Biometrics) {
    biometrics.forget()
    show(locked(), trouble(Names.BIOMETRIC_CHANGED))
}

/** Lets a finger or a face open this notebook, or not any more. */
fun Session.openByBiometric(on: Boolean) {
    act { biometrics?.let { if (on) turnOn(it) else turnOff(it) } }
}

private suspend fun Session.turnOn(biometrics: Biometrics) {
    busy(Names.NOW_WORKING)
    // What was kept opens nothing once there is a new one.
    biometrics.forget()
    val made = write { makeBiometric() }
    val asking = Asking(text(Names.BIOMETRIC_KEEP), text(Names.DO_NOT_NOW))
    val kept =
        try {
            left.elsewhere { biometrics.keep(made.secret, made.mark, asking) }
        } finally {
            made.secret.fill(0)
        }
    if (!kept) write { forgetBiometric() }
    val said = if (kept) Notice(text(Names.BIOMETRIC_NOW_ON)) else trouble(Names.BIOMETRIC_NOT_ON)
    show(load(Place.BIOMETRIC), said)
}

private suspend fun Session.turnOff(biometrics: Biometrics) {
    busy(Names.NOW_WORKING)
    write { forgetBiometric() }
    biometrics.forget()
    show(load(Place.BIOMETRIC), Notice(text(Names.BIOMETRIC_NOW_OFF)))
}

/** Whether it is on for the open notebook, and whether it can be. */
internal fun Session.biometricPage(): BiometricPage {
    val mark = biometrics?.mark
    return BiometricPage(mark != null && notebooks.hasBiometric(mark), biometrics?.knowsSomeone == true)
}

private fun Session.trouble(name: String) = Notice(text(name), trouble = true)
