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
 * Keys to seal one secret by, of which one is in use and the other takes its place. Each is an AES key in the phone's key store that works once after each check of a finger or a face, and never again when
 * another one is added to the phone. A cipher made here does nothing until such a check has passed it.
 */
@RequiresApi(Build.VERSION_CODES.R)
internal class SecretCipher(private val hasStrongBox: Boolean) {
    private val store by lazy { KeyStore.getInstance(STORE).apply { load(null) } }

    /** Makes a new [key], in place of any that was there, and a cipher that seals by it. */
    fun sealing(key: Int): Cipher {
        if (!hasStrongBox || !madeInStrongBox(key)) generate(spec(key).build())
        return cipher().apply { init(Cipher.ENCRYPT_MODE, store.getKey(alias(key), null)) }
    }

    /**
     * A cipher that opens what [key] sealed with this [iv]; null if the key is gone. A
     * [android.security.keystore.KeyPermanentlyInvalidatedException] or a [java.security.UnrecoverableKeyException] once
     * the phone knows another finger or face, or its lock was taken off.
     */
    fun opening(key: Int, iv: ByteArray): Cipher? {
        val found = store.getKey(alias(key), null) ?: return null
        return cipher().apply { init(Cipher.DECRYPT_MODE, found, GCMParameterSpec(TAG_BITS, iv)) }
    }

    /** Destroys a key, if there is one. */
    fun forget(key: Int) {
        if (store.containsAlias(alias(key))) store.deleteEntry(alias(key))
    }

    private fun madeInStrongBox(key: Int): Boolean =
        try {
            generate(spec(key).setIsStrongBoxBacked(true).build())
            true
        } catch (_: ProviderException) {
            false
        }

    private fun spec(key: Int) =
        KeyGenParameterSpec.Builder(alias(key), KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
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
        fun alias(key: Int) = "way-in-$key"

        private const val STORE = "AndroidKeyStore"
        private const val KEY_BITS = 256
        private const val TAG_BITS = 128
    }
}
