package app.notebook.android

import android.content.ContentResolver
import android.net.Uri
import android.provider.DocumentsContract
import app.notebook.ui.CopyPlace
import java.io.File

/** A place that the system's page gave as an address. The copy passes through a private file. */
internal class UriPlace(
    private val resolver: ContentResolver,
    private val uri: Uri,
    private val passing: Passing,
) : CopyPlace {
    /** Whether what lies there is ours, whole or in part. */
    private var isOurs = false

    override suspend fun <T> put(make: (String) -> T): T = passing.lend { file ->
        // A file she chose to write over stays as it is until a whole copy, which was checked, takes its place.
        val made = make(file.path)
        isOurs = true
        fromOtherApp { write(file, it) }
        made
    }

    override suspend fun remove() = fromOtherApp { open ->
        try {
            if (isOurs || isEmpty(open)) DocumentsContract.deleteDocument(resolver, uri)
        } catch (_: Exception) {
            // Not every place can. What stays there is sealed, and nobody has its words.
        }
    }

    override suspend fun <T> take(use: (String) -> T): T = passing.lend { file ->
        fromOtherApp { read(file, it) }
        use(file.path)
    }

    /** As the system's page made it, and nothing was put there. */
    private fun isEmpty(open: OpenFiles): Boolean = open.input(resolver, uri).use { it.read() < 0 }

    private fun write(from: File, open: OpenFiles) =
        open.output(resolver, uri).use { to -> from.inputStream().use { it.copyTo(to) } }

    private fun read(to: File, open: OpenFiles) =
        open.input(resolver, uri).use { from -> to.outputStream().use { from.copyTo(it) } }
}
