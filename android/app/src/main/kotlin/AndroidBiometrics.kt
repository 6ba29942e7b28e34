package app.notebook.android

import android.content.Context
import android.os.Build
import android.security.keystore.KeyPermanentlyInvalidatedException
import androidx.annotation.RequiresApi
import app.notebook.ui.Asking
import app.notebook.ui.Biometrics
import app.notebook.ui.Checked
import java.io.File
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.ProviderException
import javax.crypto.Cipher

/**
 * The other way in on Android 11 and later: a secret sealed by a key that the phone lends only to the fingers and faces
 * it knows now. [file] is there only while it is turned on, and says nothing of whose it is.
 */
@RequiresApi(Build.VERSION_CODES.R)
internal class AndroidBiometrics(
    private val file: File,
    private val cipher: SecretCipher,
    private val check: Check,
) : Biometrics {
    @Volatile private var kept: KeptSecret? = orNothing { KeptSecret.read(file) }

    override val knowsSomeone
        get() = check.knowsSomeone

    override val mark
        get() = kept?.mark

    override suspend fun keep(secret: ByteArray, mark: String, asking: Asking): Boolean {
        val locked = orNothing { cipher.sealing() } ?: return false
        val open = (check.pass(locked, asking) as? Answer.Yes)?.cipher ?: return false
        val made = orNothing { KeptSecret(mark, open.iv, open.doFinal(secret)).also { it.write(file) } } ?: return false
        kept = made
        return true
    }

    override suspend fun check(asking: Asking): Checked {
        val kept = kept ?: return Checked.Changed
        val locked =
            try {
                cipher.opening(kept.iv) ?: return Checked.Changed
            } catch (_: KeyPermanentlyInvalidatedException) {
                return Checked.Changed
            } catch (_: GeneralSecurityException) {
                return Checked.NotPassed(told = true)
            }
        return when (val answer = check.pass(locked, asking)) {
            is Answer.Yes -> opened(answer.cipher, kept)
            is Answer.No -> Checked.NotPassed(told = !answer.byHerself)
        }
    }

    private fun opened(cipher: Cipher, kept: KeptSecret): Checked =
        orNothing { Checked.Passed(cipher.doFinal(kept.sealed)) } ?: Checked.Changed

    override fun forget() {
        kept = null
        orNothing { file.delete() }
        orNothing { cipher.forget() }
    }

    internal companion object {
        /** None on a phone without a part that checks. */
        fun of(context: Context, check: Check): Biometrics? {
            val file = File(context.noBackupFilesDir, "way-in")
            return if (check.isThere) AndroidBiometrics(file, SecretCipher(hasStrongBox(context)), check) else null
        }
    }
}

/** What the phone's key store or a file refuses is a way in that is not there: the PIN always is. */
private inline fun <T> orNothing(work: () -> T): T? =
    try {
        work()
    } catch (_: GeneralSecurityException) {
        null
    } catch (_: ProviderException) {
        null
    } catch (_: IOException) {
        null
    }
