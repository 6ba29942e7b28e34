package app.notebook.android

import android.content.ContentResolver
import android.net.Uri
import android.provider.DocumentsContract
import android.system.ErrnoException
import android.system.OsConstants
import app.notebook.core.NotebookException
import app.notebook.ui.CopyPlace
import java.io.File
import java.io.FileNotFoundException

/** A place that the system's page gave as an address. The copy passes through a private file. */
internal class UriPlace(
    private val resolver: ContentResolver,
    private val uri: Uri,
    private val passing: Passing,
) : CopyPlace {
    override fun <T> put(make: (String) -> T): T = passing.lend { file ->
        // A file she chose to write over stays as it is until a whole copy, which was checked, takes its place.
        val made = orRemove(::isEmpty) { make(file.path) }
        orRemove({ true }) { told { write(file) } }
        made
    }

    override fun remove() {
        try {
            DocumentsContract.deleteDocument(resolver, uri)
        } catch (_: Exception) {
            // Not every place can. What stays there is sealed, and nobody has its words.
        }
    }

    override fun <T> take(use: (String) -> T): T = passing.lend { file ->
        told { read(file) }
        use(file.path)
    }

    private inline fun <T> orRemove(isLeft: () -> Boolean, work: () -> T): T =
        try {
            work()
        } catch (failure: Throwable) {
            if (isLeft()) remove()
            throw failure
        }

    /** As the system's page made it, and nothing was put there. */
    private fun isEmpty(): Boolean =
        try {
            resolver.openInputStream(uri)?.use { it.read() < 0 } ?: false
        } catch (_: Exception) {
            false
        }

    private fun write(from: File) {
        val out = resolver.openOutputStream(uri, "wt") ?: throw FileNotFoundException()
        out.use { to -> from.inputStream().use { it.copyTo(to) } }
    }

    private fun read(to: File) {
        val found = resolver.openInputStream(uri) ?: throw FileNotFoundException()
        found.use { from -> to.outputStream().use { from.copyTo(it) } }
    }
}

/** What the system or another app's place says, as the core would say it. */
internal inline fun <T> told(work: () -> T): T =
    try {
        work()
    } catch (failure: Exception) {
        val full = (failure.cause as? ErrnoException)?.errno == OsConstants.ENOSPC
        throw if (full) NotebookException.NoSpace() else NotebookException.File()
    }
