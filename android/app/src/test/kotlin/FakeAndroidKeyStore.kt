package app.notebook.android

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.StrongBoxUnavailableException
import java.io.InputStream
import java.io.OutputStream
import java.security.Key
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.SecureRandom
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.util.Collections
import java.util.Date
import java.util.concurrent.CountDownLatch
import javax.crypto.KeyGenerator
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey

/** Robolectric has no key store of a phone: this one holds keys in memory and remembers how they were asked for. */
class FakeAndroidKeyStore : Provider("AndroidKeyStore", "1", "in memory") {
    init {
        put("KeyStore.AndroidKeyStore", Store::class.java.name)
        put("KeyGenerator.HmacSHA256", Hmac::class.java.name)
        put("KeyGenerator.AES", Aes::class.java.name)
    }

    class Hmac : Made("HmacSHA256")

    class Aes : Made("AES")

    abstract class Made(private val algorithm: String) : KeyGeneratorSpi() {
        private lateinit var spec: KeyGenParameterSpec

        override fun engineInit(random: SecureRandom?) = error("no spec")

        override fun engineInit(size: Int, random: SecureRandom?) = error("no spec")

        override fun engineInit(params: AlgorithmParameterSpec, random: SecureRandom?) {
            spec = params as KeyGenParameterSpec
        }

        override fun engineGenerateKey(): SecretKey {
            // In this order: Android 8 can't be asked the second.
            if (strongBoxIsFull && spec.isStrongBoxBacked) throw StrongBoxUnavailableException()
            val key = KeyGenerator.getInstance(algorithm, "SunJCE").apply { init(spec.keySize) }.generateKey()
            keys[spec.keystoreAlias] = key
            specs[spec.keystoreAlias] = spec
            return key
        }
    }

    class Store : KeyStoreSpi() {
        override fun engineGetKey(alias: String, password: CharArray?): Key? {
            hangs?.await()
            return keys[alias]
        }

        override fun engineContainsAlias(alias: String) = alias in keys

        override fun engineDeleteEntry(alias: String) {
            keys.remove(alias)
        }

        override fun engineAliases() = Collections.enumeration(keys.keys)

        override fun engineSize() = keys.size

        override fun engineIsKeyEntry(alias: String) = alias in keys

        override fun engineLoad(stream: InputStream?, password: CharArray?) {
            if (isBroken) error(BROKEN)
        }

        override fun engineGetCertificateChain(alias: String): Array<Certificate>? = null

        override fun engineGetCertificate(alias: String): Certificate? = null

        override fun engineGetCreationDate(alias: String): Date? = null

        override fun engineIsCertificateEntry(alias: String) = false

        override fun engineGetCertificateAlias(cert: Certificate): String? = null

        override fun engineStore(stream: OutputStream?, password: CharArray?) = error("unsupported")

        override fun engineSetKeyEntry(alias: String, key: Key, password: CharArray?, chain: Array<out Certificate>?) =
            error("unsupported")

        override fun engineSetKeyEntry(alias: String, key: ByteArray, chain: Array<out Certificate>?) =
            error("unsupported")

        override fun engineSetCertificateEntry(alias: String, cert: Certificate) = error("unsupported")
    }

    companion object {
        const val BROKEN = "of no use"
        val keys: MutableMap<String, SecretKey> = Collections.synchronizedMap(mutableMapOf())
        val specs: MutableMap<String, KeyGenParameterSpec> = Collections.synchronizedMap(mutableMapOf())
        @Volatile var strongBoxIsFull = false
        @Volatile var isBroken = false

        /** It answers only when this is let go of. */
        @Volatile var hangs: CountDownLatch? = null

        /** As a phone that was just bought. */
        fun empty() {
            keys.clear()
            specs.clear()
            strongBoxIsFull = false
            isBroken = false
        }
    }
}
