package app.notebook.android

import android.app.ActivityManager
import android.content.Context
import android.os.SystemClock
import android.provider.Settings
import app.notebook.core.Clocks
import app.notebook.core.Device
import app.notebook.core.DeviceException
import app.notebook.core.Facts
import java.io.File
import java.nio.ByteBuffer
import java.time.ZoneId

/** The phone, as the core asks it. Whatever fails in here is told as a [DeviceException]: nothing else may come out. */
internal class AndroidPhone(
    private val context: Context,
    private val keys: KeystoreKeys = KeystoreKeys(context),
    private val now: () -> Long = System::currentTimeMillis,
) : Device {
    override fun makeKey(name: String, generation: ULong) = answer { keys.make(alias(name, generation)) }

    override fun mac(name: String, generation: ULong, bytes: ByteArray) = answer {
        keys.mac(alias(name, generation), bytes) ?: throw DeviceException.Missing()
    }

    override fun forgetKey(name: String, generation: ULong) = answer { keys.forget(alias(name, generation)) }

    override fun facts() = answer {
        val memory = ActivityManager.MemoryInfo()
        context.getSystemService(ActivityManager::class.java).getMemoryInfo(memory)
        Facts(memory.totalMem.toULong(), hasAes(File("/proc/cpuinfo").readText()))
    }

    override fun clocks() = answer {
        // The kernel's own id of a start is closed to apps.
        val boot = Settings.Global.getInt(context.contentResolver, Settings.Global.BOOT_COUNT)
        val name = ByteBuffer.allocate(Int.SIZE_BYTES).putInt(boot).array()
        Clocks(now(), name, SystemClock.elapsedRealtime().toULong())
    }

    override fun zone(): String = answer { ZoneId.systemDefault().id }

    private fun alias(name: String, generation: ULong) = "$name-$generation"
}

/** Whether the processor says that it has AES instructions. */
internal fun hasAes(cpuinfo: String) = cpuinfo.split(Regex("\\s+")).contains("aes")

private inline fun <T> answer(ask: () -> T): T =
    try {
        ask()
    } catch (told: DeviceException) {
        throw told
    } catch (_: Throwable) {
        throw DeviceException.Unavailable()
    }
