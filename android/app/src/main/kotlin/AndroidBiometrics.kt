package app.notebook.android

import android.content.Context
import android.os.Build
import android.security.keystore.KeyPermanentlyInvalidatedException
import androidx.annotation.RequiresApi
import app.notebook.ui.Asking
import app.notebook.ui.Biometrics
import app.notebook.ui.Checked
import java.io.File
import java.security.UnrecoverableKeyException
import javax.crypto.Cipher

/**
 * The other way in on Android 11 and later: a secret sealed by a key that the phone lends only to the fingers and faces
 * it knows now. [file] is there only while it is turned on, and says nothing of whose it is. Whatever the phone's key
 * store or a file refuses is a way in that is not there: the PIN always is.
 */
@RequiresApi(Build.VERSION_CODES.R)
internal class AndroidBiometrics(
    private val file: File,
    private val cipher: SecretCipher,
    private val check: Check,
) : Biometrics {
    @Volatile private var kept: KeptSecret? = orNone { KeptSecret.read(file) }

    override val knowsSomeone
        get() = orNone { check.knowsSomeone } == true

    override val isOn
        get() = kept != null

    override suspend fun keep(asking: Asking, make: suspend () -> ByteArray): Boolean {
        val before = kept?.key
        val key = if (before == 0) 1 else 0
        try {
            val locked = orNone { cipher.sealing(key) } ?: return false
            val open = (check.pass(locked, asking) as? Answer.Yes)?.cipher ?: return false
            val new = sealed(key, open, make()) ?: return false
            kept = new
            before?.let { orNone { cipher.forget(it) } }
            return true
        } finally {
            if (kept?.key != key) orNone { cipher.forget(key) }
        }
    }

    private fun sealed(key: Int, open: Cipher, secret: ByteArray): KeptSecret? =
        try {
            orNone { KeptSecret(key, open.iv, open.doFinal(secret)).also { it.write(file) } }
        } finally {
            secret.fill(0)
        }

    override suspend fun check(asking: Asking): Checked {
        val kept = kept ?: return Checked.Changed
        val locked =
            try {
                cipher.opening(kept.key, kept.iv) ?: return Checked.Changed
            } catch (_: KeyPermanentlyInvalidatedException) {
                return Checked.Changed
            } catch (_: UnrecoverableKeyException) {
                return Checked.Changed
            } catch (_: Exception) {
                return Checked.Refused
            }
        return when (val answer = check.pass(locked, asking)) {
            is Answer.Yes -> orNone { Checked.Passed(answer.cipher.doFinal(kept.sealed)) } ?: Checked.Changed
            Answer.Left -> Checked.Left
            Answer.Refused -> Checked.Refused
        }
    }

    override fun forget() {
        kept = null
        orNone { file.delete() }
        for (key in 0..1) orNone { cipher.forget(key) }
    }

    internal companion object {
        /** None on a phone without a part that checks; what was kept there is destroyed. */
        fun of(context: Context, check: Check): Biometrics? {
            val file = File(context.noBackupFilesDir, "way-in")
            val all = AndroidBiometrics(file, SecretCipher(hasStrongBox(context)), check)
            if (orNone { check.isThere } == true) return all
            all.forget()
            return null
        }
    }
}

private inline fun <T> orNone(work: () -> T): T? =
    try {
        work()
    } catch (_: Exception) {
        null
    }
