package app.notebook.android

import app.notebook.ui.Asking
import javax.crypto.Cipher

/** Someone at the system's page that checks a finger: she passes, unless [instead] says what she does. */
internal class Finger : Check {
    var instead: Answer? = null
    override var isThere = true
    override var knowsSomeone = true

    override suspend fun pass(cipher: Cipher, asking: Asking): Answer = instead ?: Answer.Yes(cipher)
}
