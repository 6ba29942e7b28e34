package app.notebook.android

import android.Manifest.permission.RECORD_AUDIO
import android.content.Context
import android.content.pm.PackageManager
import android.media.AudioDeviceInfo
import android.media.AudioManager
import android.media.AudioRecord
import app.notebook.ui.Attached
import app.notebook.ui.Names
import java.util.concurrent.locks.LockSupport
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.AudioDeviceInfoBuilder
import org.robolectric.shadows.ShadowAudioRecord

/** Someone speaks before the phone's microphone. */
class Speaking : ShadowAudioRecord.AudioRecordSource {
    /** How often the app has listened. */
    @Volatile var pieces = 0

    /** What the microphone answers from now on, in the place of what is said: nothing any more. */
    @Volatile var gone = false

    /** The switch of the phone that gives silence to all apps. */
    @Volatile var shut = false

    override fun readInByteArray(into: ByteArray, offset: Int, size: Int, isBlocking: Boolean): Int {
        if (gone) return AudioRecord.ERROR_DEAD_OBJECT
        // As long as it takes, but faster.
        LockSupport.parkNanos(1_000_000)
        for (at in 0 until size) into[offset + at] = if (shut) 0 else VOICE[at % VOICE.size]
        pieces++
        return size
    }

    companion object {
        /** What is said, over and over. */
        val VOICE = "what nobody else may hear: pomegranate. ".toByteArray()

        /** A phone with a microphone, before which someone speaks, and with these ways to be heard. */
        fun before(
            ears: List<Int> = listOf(AudioDeviceInfo.TYPE_BUILTIN_EARPIECE),
            allowed: Boolean = true,
            use: Robot.(Speaking) -> Unit,
        ) {
            val application = RuntimeEnvironment.getApplication()
            shadowOf(application.packageManager).setSystemFeature(PackageManager.FEATURE_MICROPHONE, true)
            if (allowed) shadowOf(application).grantPermissions(RECORD_AUDIO)
            val devices = (ears + AudioDeviceInfo.TYPE_BUILTIN_SPEAKER).map { AudioDeviceInfoBuilder.newBuilder().setType(it).build() }
            shadowOf(audio).setAvailableCommunicationDevices(devices)
            shadowOf(audio).setOutputDevices(devices)
            val speaking = Speaking()
            ShadowAudioRecord.setSourceProvider { speaking }
            onPhone { use(speaking) }
        }

        /** Someone rings. */
        fun call() {
            val asked = shadowOf(audio).lastAudioFocusRequest.audioFocusRequest
            asked!!.onAudioFocusChangeListener!!.onAudioFocusChange(AudioManager.AUDIOFOCUS_LOSS_TRANSIENT)
        }

        val audio: AudioManager
            get() = RuntimeEnvironment.getApplication().getSystemService(Context.AUDIO_SERVICE) as AudioManager
    }
}

/** Records for a moment. */
fun Robot.speak(speaking: Speaking) {
    tap(Names.ADD_TITLE)
    tap(Names.RECORD_MINE)
    see(Names.RECORD_NOW)
    until { speaking.pieces > 5 }
}

/** Opens what was recorded; answers the bytes of its file. */
fun Robot.openVoice(): ByteArray {
    tapText("voice.wav")
    until { session.now.value.screen is Attached }
    return (session.now.value.screen as Attached).sound!!
}
