package app.notebook.android

import android.content.ContentResolver
import android.net.Uri
import android.provider.DocumentsContract
import android.provider.OpenableColumns
import app.notebook.core.NotebookException
import app.notebook.ui.CopyPlace
import java.io.File
import java.io.IOException

/** A place that the system's page gave as an address. A copy passes through a private file. */
internal class UriPlace(
    private val resolver: ContentResolver,
    private val uri: Uri,
    private val passing: Passing,
) : CopyPlace {
    /** Whether what lies there is ours, whole or in part. */
    private var isOurs = false

    override suspend fun <T> put(make: (String) -> T): T = passing.lend { file ->
        // Writing over an older copy may break off half way, and then there is none.
        if (!fromOtherApp(::isEmpty)) throw NotebookException.AlreadyThere()
        val made = make(file.path)
        isOurs = true
        fromOtherApp { write(file, it) }
        made
    }

    override suspend fun put(bytes: ByteArray) = fromOtherApp { open ->
        if (!isEmpty(open)) throw NotebookException.AlreadyThere()
        isOurs = true
        open.output(resolver, uri).use { it.write(bytes) }
    }

    override suspend fun remove(): Boolean = fromOtherApp { open ->
        val isDeleted =
            try {
                (isOurs || isEmpty(open)) && DocumentsContract.deleteDocument(resolver, uri)
            } catch (_: Exception) {
                // Not every place can.
                false
            }
        // An empty file, or one that was there before, has nothing of hers.
        isDeleted || !isOurs
    }

    override suspend fun <T> take(use: (String) -> T): T = passing.lend { file ->
        fromOtherApp { read(file, it) }
        use(file.path)
    }

    /** As the system's page made it, and nothing was put there. A place on the net may have nothing to read yet. */
    private fun isEmpty(open: OpenFiles): Boolean =
        try {
            open.input(resolver, uri).use { it.read() < 0 }
        } catch (unread: IOException) {
            if (sizeSaid(open) != 0L) throw unread
            true
        }

    private fun sizeSaid(open: OpenFiles): Long? =
        resolver.query(uri, arrayOf(OpenableColumns.SIZE), null, null, null, open.givenUp)?.use { row ->
            if (row.moveToFirst() && !row.isNull(0)) row.getLong(0) else null
        }

    private fun write(from: File, open: OpenFiles) =
        open.output(resolver, uri).use { to -> from.inputStream().use { it.copyTo(to) } }

    private fun read(to: File, open: OpenFiles) =
        open.input(resolver, uri).use { from -> to.outputStream().use { from.copyTo(it) } }
}
