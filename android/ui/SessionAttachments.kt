package app.notebook.ui

import app.notebook.core.AttachmentLine
import app.notebook.core.NotebookException
import app.notebook.core.Thing
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async

/** Her voice while it is being recorded, for a note or for a new one. */
internal class Recording(val note: String?, val stop: CompletableDeferred<Unit>, val sound: Deferred<ByteArray>)

/** What can be added to the note that is open, or to a new one; what she has written there is kept first. */
fun Session.add() {
    act {
        when (val at = now.value.screen) {
            is NoteRead -> show(AddTo(at.page.id, at.from))
            is WriteNew -> {
                val note = peekTyping()?.let { typed -> keepForGood(typed).also { typingIsKept(typed) } }
                show(AddTo(note, freshPage()))
            }
            else -> Unit
        }
    }
}

/** Adds a picture that she picks. */
fun Session.pickPicture() = addPicture { senses.pick() }

/** Adds a picture that she takes now. */
fun Session.takePicture() = addPicture { senses.camera?.take() }

private fun Session.addPicture(choose: suspend () -> Chosen?) {
    act {
        val at = now.value.screen as? AddTo ?: return@act
        val chosen = choose() ?: return@act
        busy(Names.NOW_WORKING)
        val note = attach(at.note, chosen.name, chosen.bytes)
        show(read(note, at.from), Notice(text(Names.ATTACHMENT_IN)))
    }
}

/** Puts it into the note, or into a new one. */
private fun Session.attach(note: String?, name: String, bytes: ByteArray): String =
    write {
        val id = note ?: addNote(null, "", emptyList())
        attach(id, name, bytes)
        id
    }

/** Begins to record her voice. */
fun Session.record() {
    act {
        val at = now.value.screen as? AddTo ?: return@act
        val recorder = senses.recorder ?: return@act
        val stop = CompletableDeferred<Unit>()
        // Not part of what Close ends: what she said by then is kept.
        recording = Recording(at.note, stop, CoroutineScope(Dispatchers.IO).async { recorder.record(stop) })
        show(Listening(at))
    }
}

/** Ends it and keeps it. */
fun Session.keepRecording() {
    act {
        val at = now.value.screen as? Listening ?: return@act
        busy(Names.NOW_WORKING)
        val note = keep(takeRecording() ?: return@act) ?: return@act noSound(at.to)
        show(read(note, at.to.from), Notice(text(Names.ATTACHMENT_IN)))
    }
}

private suspend fun Session.noSound(to: AddTo) {
    show(to, Notice(text(Names.RECORD_NOTHING), trouble = true))
}

/** Ends it and keeps nothing. */
fun Session.dropRecording() {
    act {
        val at = now.value.screen as? Listening ?: return@act
        takeRecording()?.let { it.sound.cancel() }
        show(at.to)
    }
}

/** Ends a recording and puts it into its note; answers which, or none if the microphone did not answer. */
internal suspend fun Session.keep(recording: Recording): String? {
    recording.stop.complete(Unit)
    val sound =
        try {
            recording.sound.await()
        } catch (_: Exception) {
            return null
        }
    return attach(recording.note, VOICE_FILE, sound)
}

/** Opens a picture, a sound or another file of the note that is open. */
fun Session.openAttachment(line: AttachmentLine) {
    act {
        val at = now.value.screen as? NoteRead ?: return@act
        busy(Names.NOW_WORKING, canStop = true)
        val bytes = working { notebooks.attachment(line.id, it).bytes }
        show(Attached(at.page.id, line, bytes, at.from))
    }
}

/** Asks, and then takes it out of its note for good. */
fun Session.removeAttachment() {
    act {
        val at = now.value.screen as? Attached ?: return@act
        ask(Names.ATTACHMENT_REMOVE, text(Names.ATTACHMENT_WHAT), Names.ATTACHMENT_REMOVE) {
            write { removeAttachment(at.line.id) }
            show(read(at.note, at.from), Notice(text(Names.ATTACHMENT_REMOVED)))
        }
    }
}

/** Plays the sound that is open. */
fun Session.play(aloud: Boolean) = sound {
    val at = now.value.screen as? Attached
    val player = senses.player
    if (at != null && player != null) player.play(at.bytes, aloud)
}

/** Reads the open note to her. */
fun Session.readToMe() = sound {
    val page = (now.value.screen as? NoteRead)?.page
    val reader = senses.reader
    if (page != null && reader != null) reader.read(listOfNotNull(page.title, page.text).joinToString("\n"), language)
}

/** Makes a sound until it ends, she stops it, or she leaves the page. */
private fun Session.sound(make: suspend () -> Unit) {
    hush()
    sounding = act {
        update { it.copy(sounds = true) }
        try {
            make()
        } catch (_: java.io.IOException) {
            throw NotebookException.NotFound(Thing.ATTACHMENT)
        } finally {
            update { it.copy(sounds = false) }
        }
    }
}

private const val VOICE_FILE = "voice.wav"
