package app.notebook.preview

import app.notebook.core.Clocks
import app.notebook.core.Device
import app.notebook.core.DeviceException
import app.notebook.core.Facts
import java.io.File
import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.security.SecureRandom
import java.time.ZoneId
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

/**
 * A desktop in the place of a phone. Its keys are files in [keys], a folder beside the notebook's and never in it: a
 * copy of the notebook's folder alone opens nothing, as on a phone.
 */
class DesktopPhone(private val keys: Path, private val memory: Long = memoryOfThisMachine()) : Device {
    override fun makeKey(name: String, generation: ULong) {
        try {
            Files.createDirectories(keys)
            val file = file(name, generation)
            Files.deleteIfExists(file)
            Files.createFile(file, ownerOnly)
            Files.write(file, ByteArray(KEY_BYTES).also(SecureRandom()::nextBytes))
        } catch (_: IOException) {
            throw DeviceException.Unavailable()
        }
    }

    override fun mac(name: String, generation: ULong, bytes: ByteArray): ByteArray {
        val file = file(name, generation)
        if (!Files.exists(file)) throw DeviceException.Missing()
        val key =
            try {
                Files.readAllBytes(file)
            } catch (_: IOException) {
                throw DeviceException.Unavailable()
            }
        return Mac.getInstance("HmacSHA256").run {
            init(SecretKeySpec(key, algorithm))
            doFinal(bytes)
        }
    }

    override fun forgetKey(name: String, generation: ULong) {
        try {
            Files.deleteIfExists(file(name, generation))
        } catch (_: IOException) {
            throw DeviceException.Unavailable()
        }
    }

    override fun facts() = Facts(memory.toULong(), File("/proc/cpuinfo").containsWord("aes"))

    override fun clocks(): Clocks {
        val boot = File("/proc/sys/kernel/random/boot_id").readTextOrEmpty().take(16)
        return Clocks(System.currentTimeMillis(), boot.toByteArray(), uptimeMs())
    }

    override fun zone(): String = ZoneId.systemDefault().id

    private fun file(name: String, generation: ULong) = keys.resolve("$name-$generation")

    private companion object {
        const val KEY_BYTES = 32
        val ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    }
}

/** Since the machine started, sleep included, which the JVM's own clock leaves out. */
private fun uptimeMs(): ULong {
    val seconds = File("/proc/uptime").readTextOrEmpty().substringBefore(' ').toDoubleOrNull()
    return seconds?.let { (it * 1_000).toULong() } ?: (System.nanoTime() / 1_000_000).toULong()
}

private fun memoryOfThisMachine(): Long {
    val line = File("/proc/meminfo").readTextOrEmpty().lineSequence().firstOrNull { it.startsWith("MemTotal") }
    val kilobytes = line?.filter(Char::isDigit)?.toLongOrNull()
    return kilobytes?.times(1024) ?: (2L shl 30)
}

private fun File.readTextOrEmpty() = if (canRead()) readText() else ""

private fun File.containsWord(word: String) = readTextOrEmpty().split(Regex("\\s+")).contains(word)
