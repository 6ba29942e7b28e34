package app.notebook.android

import android.content.ContentResolver
import android.net.Uri
import android.os.CancellationSignal
import android.system.ErrnoException
import android.system.OsConstants
import app.notebook.core.NotebookException
import java.io.Closeable
import java.io.FileNotFoundException
import java.io.InputStream
import java.io.OutputStream
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.launch

/**
 * Does [work] with files that another app gives, on a thread of its own: such an app may be slow, or never answer.
 * Whoever waits is let go of at once when it is cancelled, and what is open is closed behind it. What fails is told as
 * the core would tell it.
 */
internal suspend fun <T> fromOtherApp(work: (OpenFiles) -> T): T {
    val files = OpenFiles()
    val answer = CoroutineScope(Dispatchers.IO).async { told { work(files) } }
    try {
        return answer.await()
    } catch (stopped: CancellationException) {
        // Closing may hang as well.
        CoroutineScope(Dispatchers.IO).launch { files.giveUp() }
        throw stopped
    }
}

/** What is open of another app's files. */
internal class OpenFiles {
    /** Tells the other app that nobody waits any more. */
    val givenUp = CancellationSignal()
    private val open = mutableListOf<Closeable>()

    /** What lies at this address, to be read. */
    fun input(resolver: ContentResolver, uri: Uri): InputStream =
        kept(resolver.openAssetFileDescriptor(uri, "r", givenUp)?.createInputStream())

    /** The place at this address, emptied, to be written. */
    fun output(resolver: ContentResolver, uri: Uri): OutputStream =
        kept(resolver.openAssetFileDescriptor(uri, "wt", givenUp)?.createOutputStream())

    private fun <T : Closeable> kept(stream: T?): T {
        val opened = stream ?: throw FileNotFoundException()
        synchronized(open) { open += opened }
        // It came just as it was given up.
        if (givenUp.isCanceled) opened.close()
        return opened
    }

    /** Closes all, from any thread: whatever reads or writes there fails. */
    fun giveUp() {
        givenUp.cancel()
        for (stream in synchronized(open) { open.toList() }) runCatching { stream.close() }
    }
}

/** What the system or another app says, as the core would say it. */
private inline fun <T> told(work: () -> T): T =
    try {
        work()
    } catch (told: NotebookException) {
        throw told
    } catch (failure: Exception) {
        val full = (failure.cause as? ErrnoException)?.errno == OsConstants.ENOSPC
        throw if (full) NotebookException.NoSpace() else NotebookException.File()
    }
