package app.notebook.android

import android.os.Build
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import androidx.annotation.RequiresApi
import java.security.KeyStore
import java.security.ProviderException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.spec.GCMParameterSpec

/**
 * An AES key in the phone's key store that works once after each check of a finger or a face, and never again when
 * another one is added to the phone. A cipher made here does nothing until such a check has passed it.
 */
@RequiresApi(Build.VERSION_CODES.R)
internal class SecretCipher(private val hasStrongBox: Boolean) {
    private val store by lazy { KeyStore.getInstance(STORE).apply { load(null) } }

    /** Makes a new key, in place of any that was there, and a cipher that seals by it. */
    fun sealing(): Cipher {
        if (!hasStrongBox || !madeInStrongBox()) generate(spec().build())
        return cipher().apply { init(Cipher.ENCRYPT_MODE, store.getKey(ALIAS, null)) }
    }

    /**
     * A cipher that opens what the other sealed with this [iv]; null if the key is gone. A
     * [android.security.keystore.KeyPermanentlyInvalidatedException] once the phone knows another finger or face.
     */
    fun opening(iv: ByteArray): Cipher? {
        val key = store.getKey(ALIAS, null) ?: return null
        return cipher().apply { init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(TAG_BITS, iv)) }
    }

    /** Destroys the key, if there is one. */
    fun forget() {
        if (store.containsAlias(ALIAS)) store.deleteEntry(ALIAS)
    }

    private fun madeInStrongBox(): Boolean =
        try {
            generate(spec().setIsStrongBoxBacked(true).build())
            true
        } catch (_: ProviderException) {
            false
        }

    private fun spec() =
        KeyGenParameterSpec.Builder(ALIAS, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
            .setKeySize(KEY_BITS)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setUserAuthenticationRequired(true)
            .setUserAuthenticationParameters(0, KeyProperties.AUTH_BIOMETRIC_STRONG)
            .setInvalidatedByBiometricEnrollment(true)

    private fun generate(spec: KeyGenParameterSpec) {
        KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE).run {
            init(spec)
            generateKey()
        }
    }

    private fun cipher() = Cipher.getInstance("AES/GCM/NoPadding")

    internal companion object {
        /** Says no more than that there is such a key. */
        const val ALIAS = "way-in"
        private const val STORE = "AndroidKeyStore"
        private const val KEY_BITS = 256
        private const val TAG_BITS = 128
    }
}
