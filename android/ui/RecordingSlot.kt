package app.notebook.ui

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Deferred

/** Her voice while it is being recorded, for a note or for a new one. */
internal class Recording(val note: String?, val stop: CompletableDeferred<Unit>, val sound: Deferred<ByteArray>) {
    /** She has ended it herself, and what she did sees to it; else it is seen to when the microphone ends it. */
    @Volatile var endedByHer = false
}

/** Holds the one recording there can be until it is in a note: whoever takes it out puts it there. */
internal class RecordingSlot {
    private var held: Recording? = null

    /** The recording that is not in a note yet. */
    val now: Recording?
        @Synchronized get() = held

    /** Whether the microphone is in use. */
    val isOn
        get() = now?.sound?.isActive == true

    @Synchronized
    fun put(recording: Recording) {
        held = recording
    }

    @Synchronized fun take(): Recording? = held.also { held = null }

    /** Takes this one out, if no one else has. */
    @Synchronized
    fun take(mine: Recording): Boolean {
        if (held !== mine) return false
        held = null
        return true
    }
}
