package app.notebook.android

import android.app.Activity
import android.content.Context
import android.hardware.biometrics.BiometricManager
import android.hardware.biometrics.BiometricManager.Authenticators.BIOMETRIC_STRONG
import android.hardware.biometrics.BiometricManager.BIOMETRIC_ERROR_SECURITY_UPDATE_REQUIRED
import android.hardware.biometrics.BiometricPrompt
import android.os.Build
import android.os.CancellationSignal
import androidx.annotation.RequiresApi
import app.notebook.ui.Asking
import javax.crypto.Cipher
import kotlin.coroutines.resume
import kotlinx.coroutines.CancellableContinuation
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.suspendCancellableCoroutine
import kotlinx.coroutines.withContext

/** What the system's own check answered. */
internal sealed interface Answer {
    /** It was she: the cipher works now. */
    class Yes(val cipher: Cipher) : Answer

    /** She turned away, or the system ended it. */
    data object Left : Answer

    /** Too many tries, or a part that does not work. */
    data object Refused : Answer
}

/** The system's page that checks a finger or a face. */
internal interface Check {
    /** Whether the phone has a part that checks well enough. */
    val isThere: Boolean

    /** Whether the phone knows a finger or a face by now. */
    val knowsSomeone: Boolean

    /** Lets a cipher through once the check is passed. */
    suspend fun pass(cipher: Cipher, asking: Asking): Answer
}

/** The real page. It needs the window that is in front. */
@RequiresApi(Build.VERSION_CODES.R)
internal class SystemCheck(context: Context, private val window: () -> Activity?) : Check {
    private val phone = context.getSystemService(BiometricManager::class.java)

    override val isThere
        get() = state() !in NO_PART

    override val knowsSomeone
        get() = state() == BiometricManager.BIOMETRIC_SUCCESS

    private fun state() = phone?.canAuthenticate(BIOMETRIC_STRONG) ?: BiometricManager.BIOMETRIC_ERROR_NO_HARDWARE

    override suspend fun pass(cipher: Cipher, asking: Asking): Answer =
        withContext(Dispatchers.Main) {
            val window = window() ?: return@withContext Answer.Left
            suspendCancellableCoroutine<Answer> { waiting ->
                val stop = CancellationSignal()
                waiting.invokeOnCancellation { stop.cancel() }
                val page =
                    BiometricPrompt.Builder(window)
                        .setTitle(asking.title)
                        .setAllowedAuthenticators(BIOMETRIC_STRONG)
                        .setNegativeButton(asking.no, window.mainExecutor) { _, _ -> waiting.answer(Answer.Left) }
                        .build()
                page.authenticate(BiometricPrompt.CryptoObject(cipher), stop, window.mainExecutor, Told(waiting))
            }
        }

    private companion object {
        /** Not one that may be there later: there is none, or none that is strong. */
        val NO_PART = setOf(BiometricManager.BIOMETRIC_ERROR_NO_HARDWARE, BIOMETRIC_ERROR_SECURITY_UPDATE_REQUIRED)

        /** Ended by her, by the system, or by time. */
        val LEFT =
            setOf(
                BiometricPrompt.BIOMETRIC_ERROR_USER_CANCELED,
                BiometricPrompt.BIOMETRIC_ERROR_CANCELED,
                BiometricPrompt.BIOMETRIC_ERROR_TIMEOUT,
            )
    }

    /** A finger that was not known is no answer yet: the page itself says so, and asks again. */
    private class Told(private val waiting: CancellableContinuation<Answer>) : BiometricPrompt.AuthenticationCallback() {
        override fun onAuthenticationSucceeded(result: BiometricPrompt.AuthenticationResult) {
            val cipher = result.cryptoObject?.cipher
            waiting.answer(if (cipher == null) Answer.Refused else Answer.Yes(cipher))
        }

        override fun onAuthenticationError(code: Int, said: CharSequence?) =
            waiting.answer(if (code in LEFT) Answer.Left else Answer.Refused)
    }
}

private fun CancellableContinuation<Answer>.answer(answer: Answer) {
    if (isActive) resume(answer)
}
