package app.notebook.ui

import app.notebook.core.NotebookException

/** The number pad, with the other way in if the phone keeps one. */
internal fun Session.locked() = Unlock(biometrics?.isOn == true)

/** Opens the notebook that the phone keeps a secret of, once the phone says that it is she. */
fun Session.unlockByBiometric() {
    act(Names.BIOMETRIC_CHANGED) {
        val biometrics = biometrics ?: return@act
        val asking = Asking(text(Names.BIOMETRIC_ASK), text(Names.BIOMETRIC_PIN))
        when (val checked = left.elsewhere { biometrics.check(asking) }) {
            is Checked.Passed -> openBy(checked.secret)
            Checked.Refused -> update { it.copy(notice = trouble(Names.BIOMETRIC_REFUSED)) }
            Checked.Changed -> forgetKept()
            Checked.Left,
            null -> Unit
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

private suspend fun Session.forgetKept() {
    biometrics?.forget()
    show(locked(), trouble(Names.BIOMETRIC_CHANGED))
}

/** Lets a finger or a face open this notebook, or no notebook any more. */
fun Session.openByBiometric(on: Boolean) {
    act { biometrics?.let { if (on) turnOn(it) else turnOff(it) } }
}

private suspend fun Session.turnOn(biometrics: Biometrics) {
    val asking = Asking(text(Names.BIOMETRIC_KEEP), text(Names.DO_NOT_NOW))
    val kept =
        left.elsewhere {
            biometrics.keep(asking) {
                busy(Names.NOW_WORKING)
                notebooks.makeBiometric()
            }
        } ?: return
    val said = if (kept) Notice(text(Names.BIOMETRIC_NOW_ON)) else trouble(Names.BIOMETRIC_NOT_ON)
    show(load(Place.BIOMETRIC), said)
}

/** What the phone keeps goes first: that needs no room, and is enough by itself. */
private suspend fun Session.turnOff(biometrics: Biometrics) {
    biometrics.forget()
    quietly { notebooks.forgetBiometric() }
    show(load(Place.BIOMETRIC), Notice(text(Names.BIOMETRIC_NOW_OFF)))
}

/** Whether it is on, and whether it can be. */
internal fun Session.biometricPage() =
    BiometricPage(biometrics?.isOn == true, biometrics?.knowsSomeone == true, notebooks.hasRecovery())

private fun Session.trouble(name: String) = Notice(text(name), trouble = true)
