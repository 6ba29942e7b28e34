package app.notebook.android

import android.content.ContentResolver
import android.net.Uri
import app.notebook.core.NotebookException
import app.notebook.ui.CopyKind
import app.notebook.ui.CopyPlace
import app.notebook.ui.Files
import java.io.File
import java.util.UUID
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch

/** Where copies go to and come from: she chooses on the system's page, which the activity on the screen opens. */
internal class AndroidFiles(private val resolver: ContentResolver, private val passing: Passing) : Files {
    /** Opens the system's pages while there is an activity to come back to. */
    @Volatile var picker: Picker? = null

    override suspend fun newCopy(kind: CopyKind): CopyPlace? = picker?.newPlace(kind.fileName, ::takeAway)?.let(::place)

    override suspend fun newPage(name: String): CopyPlace? = picker?.newPlace(name, ::takeAway)?.let(::place)

    override suspend fun openCopy(): CopyPlace? = picker?.place("*/*")?.let(::place)

    /** Takes away what a crash left on the way. */
    fun clear() = passing.clear()

    /** The empty file that the system made when nobody waited for it any more. */
    private fun takeAway(uri: Uri) {
        CoroutineScope(Dispatchers.IO).launch {
            try {
                place(uri).remove()
            } catch (_: NotebookException) {
                // It can't be taken away, and says nothing.
            }
        }
    }

    private fun place(uri: Uri) = UriPlace(resolver, uri, passing)
}

/** A folder that no other app and no backup sees, for copies between the core and the place she chose. */
internal class Passing(private val folder: File) {
    /** Lends out the name of a file that is not there yet, and takes away what lies there afterwards. */
    suspend fun <T> lend(use: suspend (File) -> T): T {
        folder.mkdirs()
        val file = folder.resolve(UUID.randomUUID().toString())
        try {
            return use(file)
        } finally {
            file.delete()
        }
    }

    /** Takes away what is left of an earlier time. */
    fun clear() {
        folder.deleteRecursively()
    }
}
