package app.notebook.ui

import app.notebook.core.AttachmentLine
import app.notebook.core.NotebookException
import java.io.IOException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withContext

/** What can be added to the note that is open, or to a new one; what she has written there is kept first. */
fun Session.add() {
    act {
        when (val at = now.value.screen) {
            is NoteRead -> show(AddTo(at.page.id, at.from))
            is WriteNew -> {
                show(AddTo(keepTyping(::keepForGood), freshPage()))
            }
            else -> Unit
        }
    }
}

/** Adds a picture that she picks. */
fun Session.pickPicture() {
    act {
        val at = now.value.screen as? AddTo ?: return@act
        val chosen = left.elsewhere { senses.pick() } ?: return@act
        busy(Names.NOW_WORKING)
        keepPicture(chosen, at)
    }
}

internal suspend fun Session.keepPicture(picture: Chosen, to: AddTo) {
    val note = attach(to.note, picture.name, picture.bytes)
    show(read(note, to.from), Notice(text(Names.ATTACHMENT_IN)))
}

/** Puts it into the note, or into a new one, which is not left behind empty if that fails. */
private fun Session.attach(note: String?, name: String, bytes: ByteArray): String =
    write {
        val id = note ?: addNote(null, "", emptyList())
        try {
            attach(id, name, bytes)
        } catch (failure: NotebookException) {
            if (note == null) quietly { deleteNoteForGood(id) }
            throw failure
        }
        id
    }

/** Begins to record her voice, if the phone lends its microphone. */
fun Session.record() {
    act { if (now.value.screen is AddTo) whenLent(Lent.MICROPHONE) { listen() } }
}

private suspend fun Session.listen() {
    val at = now.value.screen as? AddTo ?: return
    val microphone = senses.recorder ?: return
    val stop = CompletableDeferred<Unit>()
    // Not part of what Close ends: what she said by then is kept.
    val mine = Recording(at.note, stop, CoroutineScope(Dispatchers.IO).async { microphone.record(stop) })
    recorder.put(mine)
    if (!show(Listening(at))) {
        if (recorder.take(mine)) mine.sound.cancel()
        return
    }
    // Also when the microphone ends it, or never began.
    mine.sound.invokeOnCompletion { if (!mine.endedByHer) later { finishRecording(mine) } }
}

/** Ends it and keeps it. */
fun Session.keepRecording() {
    act {
        val mine = recorder.now ?: return@act
        busy(Names.NOW_WORKING)
        finishRecording(mine)
    }
}

private suspend fun Session.finishRecording(mine: Recording) {
    val at = now.value.screen as? Listening ?: return
    if (recorder.now !== mine) return
    val (note, said) = kept(mine)
    if (said != null) show(if (note == null) at.to else read(note, at.to.from), said)
}

/** Asks, and then ends it and keeps nothing. */
fun Session.dropRecording() {
    act {
        ask(Names.RECORD_DROP, text(Names.RECORD_DROP_WHAT), Names.RECORD_DROP) {
            val at = now.value.screen as? Listening ?: return@ask
            recorder.take()?.let { it.sound.cancel() }
            show(at.to)
        }
    }
}

/**
 * Ends a recording and puts it into its note: which, and what to say of it; nothing to say if it was in its note
 * already. If it can't be put there, it is held as before, for another try.
 */
internal suspend fun Session.kept(mine: Recording): Pair<String?, Notice?> {
    mine.endedByHer = true
    val heard = heard(mine)
    if (!recorder.take(mine)) return null to null
    if (heard == null) return null to Notice(text(Names.RECORD_NOTHING), trouble = true)
    try {
        return attach(mine.note, VOICE_FILE, heard) to Notice(text(Names.ATTACHMENT_IN))
    } catch (failure: NotebookException) {
        recorder.put(mine)
        throw failure
    }
}

private suspend fun heard(mine: Recording): ByteArray? {
    mine.stop.complete(Unit)
    return try {
        mine.sound.await()
    } catch (_: Exception) {
        // If it is this that was stopped, by Close, then Close keeps it.
        currentCoroutineContext().ensureActive()
        null
    }
}

/** Keeps what she had said when she closed. */
internal suspend fun Session.keepAtClose(said: Recording) {
    val sound = heard(said) ?: return
    quietly { attach(said.note, VOICE_FILE, sound) }
}

/** Opens a picture, a sound or another file of the note that is open. What can't be shown here is not read. */
fun Session.openAttachment(line: AttachmentLine) {
    act {
        val at = now.value.screen as? NoteRead ?: return@act
        val isSound = line.isSound && senses.player != null
        if (line.size > LARGEST_SHOWN || !(line.isPicture || isSound)) {
            show(Attached(at.page.id, line, at.from))
            return@act
        }
        val bytes = working { notebooks.attachment(line.id, it).bytes }
        val picture = if (line.isPicture) withContext(Dispatchers.Default) { senses.picture(bytes) } else null
        show(Attached(at.page.id, line, at.from, picture, if (isSound) bytes else null))
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

/** Opens the page from which the note is read to her. */
fun Session.readToMe() {
    act { (now.value.screen as? NoteRead)?.let { show(ReadAloud(it.page, it.from)) } }
}

/** Plays the sound that is open, or reads the note that is. */
fun Session.play(aloud: Boolean) {
    val before = sounding
    sounding = act {
        before?.cancelAndJoin()
        update { it.copy(sounds = true, notice = null) }
        try {
            sound(now.value.screen, aloud)
        } catch (failure: IOException) {
            val why = (failure as? Unheard)?.missing?.what ?: Names.SOUND_FAILED
            update { it.copy(notice = Notice(text(why), trouble = true)) }
        } finally {
            withContext(NonCancellable) { update { it.copy(sounds = false) } }
        }
    }
}

private suspend fun Session.sound(at: Screen, aloud: Boolean) {
    when (at) {
        is Attached -> at.sound?.let { senses.player?.play(it, aloud) }
        is ReadAloud -> {
            val words = listOfNotNull(at.page.title, at.page.text).joinToString("\n")
            senses.reader?.read(words, language, aloud)
        }
        else -> Unit
    }
}

internal val AttachmentLine.isPicture
    get() = mediaType.startsWith("image/")

internal val AttachmentLine.isSound
    get() = mediaType.startsWith("audio/")

private const val VOICE_FILE = "voice.wav"

/** The largest picture or sound that is opened here, in bytes: all of it is held in memory. */
private val LARGEST_SHOWN = LARGEST_PICKED.toULong()
