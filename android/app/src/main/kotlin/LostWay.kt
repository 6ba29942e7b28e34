package app.notebook.android

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.content.IntentFilter
import android.media.AudioDeviceCallback
import android.media.AudioDeviceInfo
import android.media.AudioManager
import android.os.Handler
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext

/** Tells when what she hears by is taken away, so that nothing that was for her alone sounds in the room. */
internal class LostWay(private val context: Context, private val ears: List<Int>, private val tell: () -> Unit) {
    private val audio = context.getSystemService(AudioManager::class.java)

    /** The phone is about to turn to its loudspeaker. */
    private val noisy =
        object : BroadcastReceiver() {
            override fun onReceive(context: Context, intent: Intent) = tell()
        }

    private val devices =
        object : AudioDeviceCallback() {
            override fun onAudioDevicesRemoved(removed: Array<AudioDeviceInfo>) {
                if (removed.any { it.type in ears }) tell()
            }
        }

    /** For as long as [sound] takes. */
    suspend fun watch(sound: suspend () -> Unit) {
        // Only the system can send this one.
        context.registerReceiver(noisy, IntentFilter(AudioManager.ACTION_AUDIO_BECOMING_NOISY))
        audio.registerAudioDeviceCallback(devices, Handler(context.mainLooper))
        try {
            sound()
        } finally {
            // On the thread that tells, so that it is never in the midst of telling.
            withContext(NonCancellable + Dispatchers.Main) {
                audio.unregisterAudioDeviceCallback(devices)
                context.unregisterReceiver(noisy)
            }
        }
    }
}
