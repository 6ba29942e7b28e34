package app.notebook.android

import android.content.Context
import android.content.pm.PackageManager
import android.os.Build
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import java.security.KeyStore
import java.security.ProviderException
import javax.crypto.KeyGenerator
import javax.crypto.Mac

/**
 * HMAC-SHA-256 keys in the phone's key store, which never gives them out: in its own chip (StrongBox) where there is
 * one. They are not bound to the screen lock: taking that off must not take her words.
 */
internal class KeystoreKeys(private val context: Context) {
    private val store by lazy { KeyStore.getInstance(STORE).apply { load(null) } }

    /** Makes a random key of this name, in place of any that was there. */
    fun make(alias: String) {
        if (!hasStrongBox(context) || !madeInStrongBox(alias)) generate(spec(alias).build())
    }

    /** HMAC-SHA-256 of [bytes]; null if there is no such key. */
    fun mac(alias: String, bytes: ByteArray): ByteArray? {
        val key = store.getKey(alias, null) ?: return null
        return Mac.getInstance(KeyProperties.KEY_ALGORITHM_HMAC_SHA256).run {
            init(key)
            doFinal(bytes)
        }
    }

    /** Destroys the key, if there is one. */
    fun forget(alias: String) {
        if (store.containsAlias(alias)) store.deleteEntry(alias)
    }

    // It may be full, or refuse this kind of key: the store beside it is the next best.
    private fun madeInStrongBox(alias: String): Boolean =
        try {
            generate(spec(alias).setIsStrongBoxBacked(true).build())
            true
        } catch (_: ProviderException) {
            false
        }

    private fun spec(alias: String) = KeyGenParameterSpec.Builder(alias, KeyProperties.PURPOSE_SIGN).setKeySize(KEY_BITS)

    private fun generate(spec: KeyGenParameterSpec) {
        KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_HMAC_SHA256, STORE).run {
            init(spec)
            generateKey()
        }
    }

    private companion object {
        const val STORE = "AndroidKeyStore"
        const val KEY_BITS = 256
    }
}

/** Whether the phone has a chip of its own for keys. */
internal fun hasStrongBox(context: Context) =
    Build.VERSION.SDK_INT >= Build.VERSION_CODES.P &&
        context.packageManager.hasSystemFeature(PackageManager.FEATURE_STRONGBOX_KEYSTORE)
