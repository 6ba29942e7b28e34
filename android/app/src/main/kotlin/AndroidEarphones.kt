package app.notebook.android

import android.content.Context
import android.media.AudioDeviceCallback
import android.media.AudioDeviceInfo
import android.media.AudioManager
import android.os.Handler
import app.notebook.ui.Earphones
import kotlinx.coroutines.flow.MutableStateFlow

/** Whether earphones are in: for as long as the process lives, as they come and go. */
internal fun earphones(context: Context): Earphones {
    val audio = context.getSystemService(AudioManager::class.java)
    val inNow = MutableStateFlow(false)
    val listening =
        object : AudioDeviceCallback() {
            override fun onAudioDevicesAdded(added: Array<AudioDeviceInfo>) = look()

            override fun onAudioDevicesRemoved(removed: Array<AudioDeviceInfo>) = look()

            private fun look() {
                inNow.value = audio.getDevices(AudioManager.GET_DEVICES_OUTPUTS).any { it.type in ONLY_SHE_HEARS }
            }
        }
    // It tells of those that are in already, too.
    audio.registerAudioDeviceCallback(listening, Handler(context.mainLooper))
    return inNow
}

/** Not what plays over Bluetooth in the older way (A2DP): that may be a loudspeaker, and the phone does not say. */
private val ONLY_SHE_HEARS =
    setOf(
        AudioDeviceInfo.TYPE_WIRED_HEADSET,
        AudioDeviceInfo.TYPE_WIRED_HEADPHONES,
        AudioDeviceInfo.TYPE_USB_HEADSET,
        AudioDeviceInfo.TYPE_HEARING_AID,
        AudioDeviceInfo.TYPE_BLE_HEADSET,
    )
