package app.notebook.android

import android.content.Context
import android.media.AudioAttributes
import android.media.AudioDeviceInfo
import android.media.AudioManager
import android.os.Build
import app.notebook.ui.Missing
import app.notebook.ui.Unheard
import kotlinx.coroutines.Deferred

/** Where a sound goes: to her ear, as a call does, or out loud. */
internal class SoundWay(private val context: Context) {
    private val audio = context.getSystemService(AudioManager::class.java)

    /**
     * Lets [sound] sound in the manner it is given, until what it is given completes: also when earphones are pulled out.
     * [Unheard] if it is for the ear and there is neither an earpiece nor earphones: it never goes out loud instead.
     */
    suspend fun lead(aloud: Boolean, sound: suspend (manner: AudioAttributes, taken: Deferred<Unit>) -> Unit) {
        val manner = if (aloud) ALOUD else AT_THE_EAR
        audio.alone(manner) { taken ->
            val lost = LostWay(context, EARS) { taken.complete(Unit) }
            lost.watch { if (aloud) sound(manner, taken) else atTheEar { sound(manner, taken) } }
        }
    }

    private suspend fun atTheEar(sound: suspend () -> Unit) {
        audio.mode = AudioManager.MODE_IN_COMMUNICATION
        try {
            turnToEar()
            sound()
        } finally {
            if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.S) audio.clearCommunicationDevice()
            audio.mode = AudioManager.MODE_NORMAL
        }
    }

    private fun turnToEar() {
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.S) {
            val there = audio.availableCommunicationDevices
            val ear = EARS.firstNotNullOfOrNull { kind -> there.firstOrNull { it.type == kind } }
            if (ear == null || !audio.setCommunicationDevice(ear)) throw Unheard(Missing.EAR)
        } else {
            if (audio.getDevices(AudioManager.GET_DEVICES_OUTPUTS).none { it.type in EARS }) throw Unheard(Missing.EAR)
            @Suppress("DEPRECATION")
            audio.isSpeakerphoneOn = false
        }
    }

    private companion object {
        /** What is plugged in comes first. Not Bluetooth as calls know it: it may be a car, or a box in a room. */
        val EARS =
            listOf(
                AudioDeviceInfo.TYPE_WIRED_HEADSET,
                AudioDeviceInfo.TYPE_WIRED_HEADPHONES,
                AudioDeviceInfo.TYPE_USB_HEADSET,
                AudioDeviceInfo.TYPE_HEARING_AID,
                AudioDeviceInfo.TYPE_BUILTIN_EARPIECE,
            )
        val AT_THE_EAR = spoken(AudioAttributes.USAGE_VOICE_COMMUNICATION)
        val ALOUD = spoken(AudioAttributes.USAGE_MEDIA)
    }
}

/** Speech for this use. */
internal fun spoken(usage: Int): AudioAttributes =
    AudioAttributes.Builder().setUsage(usage).setContentType(AudioAttributes.CONTENT_TYPE_SPEECH).build()
