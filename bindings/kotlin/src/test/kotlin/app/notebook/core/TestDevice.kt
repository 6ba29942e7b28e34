package app.notebook.core

import java.time.Instant
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.ConcurrentLinkedQueue
import javax.crypto.KeyGenerator
import javax.crypto.Mac
import javax.crypto.SecretKey

/** When everything happens, unless a test moves the clock. */
val MORNING: Long = Instant.parse("2026-12-01T09:10:00Z").toEpochMilli()

const val MINUTE_MS = 60_000L
const val DAY_MS = 24 * 60 * MINUTE_MS

/** A phone: real keys that never leave this object, and clocks that move only when a test moves them. */
class TestDevice : Device {
    @Volatile var now = MORNING
    @Volatile var boot = ByteArray(16) { 1 }
    @Volatile var uptimeMs = 1_000L
    @Volatile var place = "Europe/London"

    /** Called with the name of each question before it is answered; what it throws is the answer. */
    @Volatile var onQuestion: (String) -> Unit = {}

    /** Names of the questions that were asked, the first one first. */
    val asked = ConcurrentLinkedQueue<String>()

    private val store = ConcurrentHashMap<String, SecretKey>()

    /** What keys there are, as `name/number`. */
    val keys: Set<String>
        get() = store.keys.toSet()

    override fun makeKey(name: String, generation: ULong) = answer("makeKey") {
        store["$name/$generation"] = KeyGenerator.getInstance(HMAC).generateKey()
    }

    override fun mac(name: String, generation: ULong, bytes: ByteArray) = answer("mac") {
        val key = store["$name/$generation"] ?: throw DeviceException.Missing()
        Mac.getInstance(HMAC).run {
            init(key)
            doFinal(bytes)
        }
    }

    override fun forgetKey(name: String, generation: ULong) = answer("forgetKey") {
        store.remove("$name/$generation")
        Unit
    }

    // So little memory makes a guess of a PIN as cheap as it may be, and the tests quick.
    override fun facts() = answer("facts") { Facts(memoryBytes = 1UL shl 30, hardwareAes = true) }

    override fun clocks() = answer("clocks") { Clocks(now, boot, uptimeMs.toULong()) }

    override fun zone() = answer("zone") { place }

    /** The phone is asked this and does not answer as it should, while [doing] runs. */
    fun failing(question: String, trouble: Exception, doing: () -> Unit) {
        onQuestion = { if (it == question) throw trouble }
        doing()
        onQuestion = {}
    }

    /** The key store is emptied, as by a reset of the phone, while [doing] runs. */
    fun withoutKeys(doing: () -> Unit) {
        val kept = store.toMap()
        store.clear()
        doing()
        store.putAll(kept)
    }

    private fun <T> answer(question: String, give: () -> T): T {
        asked.add(question)
        onQuestion(question)
        return give()
    }

    private companion object {
        const val HMAC = "HmacSHA256"
    }
}
