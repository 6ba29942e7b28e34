package app.notebook.preview

import app.notebook.ui.Asking
import app.notebook.ui.Biometrics
import app.notebook.ui.Checked

/** A phone that knows a finger, in memory, for the walk and the tests. */
class WalkBiometrics : Biometrics {
    private var kept: Pair<ByteArray, String>? = null

    /** What the phone says next, instead of that it is she. */
    var instead: Checked? = null
    override var knowsSomeone = true
    override val mark
        get() = kept?.second

    override suspend fun keep(secret: ByteArray, mark: String, asking: Asking): Boolean {
        if (instead != null) return false
        kept = secret.copyOf() to mark
        return true
    }

    override suspend fun check(asking: Asking): Checked =
        instead ?: kept?.let { Checked.Passed(it.first.copyOf()) } ?: Checked.Changed

    override fun forget() {
        kept = null
    }
}
