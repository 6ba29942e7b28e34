package app.notebook.android

import android.content.ContentResolver
import android.net.Uri
import android.provider.OpenableColumns
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.asImageBitmap
import app.notebook.core.NotebookException
import app.notebook.core.Thing
import app.notebook.ui.Camera
import app.notebook.ui.Chosen
import app.notebook.ui.LARGEST_PICKED
import app.notebook.ui.Player
import app.notebook.ui.Reader
import app.notebook.ui.Recorder
import app.notebook.ui.Senses
import java.io.ByteArrayOutputStream

/** Pictures she picks on the system's page. What this application can't do yet is not offered. */
internal class AndroidSenses(private val resolver: ContentResolver, private val files: AndroidFiles) : Senses {
    override suspend fun pick(): Chosen? {
        val uri = files.picker?.place("image/*") ?: return null
        return fromOtherApp { open -> Chosen(nameOf(uri, open), read(uri, open)) }
    }

    override fun picture(bytes: ByteArray): ImageBitmap? = pictureOf(bytes)?.asImageBitmap()

    override val camera: Camera? = null
    override val recorder: Recorder? = null
    override val player: Player? = null
    override val reader: Reader? = null

    /** Little more than is taken, so that nothing fills the memory. */
    private fun read(uri: Uri, open: OpenFiles): ByteArray {
        val read = ByteArrayOutputStream()
        open.input(resolver, uri).use { from ->
            val piece = ByteArray(64 * 1024)
            while (read.size() <= LARGEST_PICKED) {
                val count = from.read(piece)
                if (count < 0) break
                read.write(piece, 0, count)
            }
        }
        if (read.size() > LARGEST_PICKED) throw NotebookException.TooLarge(Thing.PICTURE)
        return read.toByteArray()
    }

    private fun nameOf(uri: Uri, open: OpenFiles): String =
        resolver.query(uri, arrayOf(OpenableColumns.DISPLAY_NAME), null, null, null, open.givenUp)?.use { row ->
            if (row.moveToFirst()) row.getString(0) else null
        } ?: uri.lastPathSegment.orEmpty()
}
