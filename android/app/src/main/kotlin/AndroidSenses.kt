package app.notebook.android

import android.Manifest
import android.content.Context
import android.content.pm.PackageManager
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.net.Uri
import android.provider.OpenableColumns
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.asImageBitmap
import app.notebook.core.NotebookException
import app.notebook.core.Thing
import app.notebook.ui.Camera
import app.notebook.ui.Chosen
import app.notebook.ui.Lent
import app.notebook.ui.Player
import app.notebook.ui.Reader
import app.notebook.ui.Recorder
import app.notebook.ui.Senses
import java.io.ByteArrayOutputStream
import java.io.FileNotFoundException

/** What this phone has: pictures she picks on the system's page, its camera, its microphone, its ways to be heard. */
internal class AndroidSenses(private val context: Context, private val files: AndroidFiles) : Senses {
    private val resolver = context.contentResolver
    private val way = SoundWay(context)

    /** How the system asks her, while there is a window. */
    @Volatile var question: PhoneQuestion? = null

    override fun lends(thing: Lent) = context.checkSelfPermission(thing.permission) == PERMISSION_GRANTED

    override suspend fun askFor(thing: Lent) = question?.ask(thing.permission) == true

    override suspend fun pick(): Chosen? {
        val uri = files.picker?.place("image/*") ?: return null
        val bytes = told { read(uri) }
        if (bytes.size > LARGEST_BYTES) throw NotebookException.TooLarge(Thing.ATTACHMENT)
        return Chosen(told { nameOf(uri) }, bytes)
    }

    override fun picture(bytes: ByteArray): ImageBitmap? = pictureOf(bytes)?.asImageBitmap()

    override val camera: Camera? by lazy { PictureCamera.of(context) }
    override val recorder: Recorder? =
        if (context.packageManager.hasSystemFeature(PackageManager.FEATURE_MICROPHONE)) VoiceRecorder(context) else null
    override val player: Player = SoundPlayer(way)
    override val reader: Reader? by lazy { NoteReader.of(context, way) }

    /** At most one byte more than is taken, so that nothing fills the memory. */
    private fun read(uri: Uri): ByteArray {
        val found = resolver.openInputStream(uri) ?: throw FileNotFoundException()
        val read = ByteArrayOutputStream()
        found.use { from ->
            val piece = ByteArray(64 * 1024)
            while (read.size() <= LARGEST_BYTES) {
                val count = from.read(piece)
                if (count < 0) break
                read.write(piece, 0, count)
            }
        }
        return read.toByteArray()
    }

    private fun nameOf(uri: Uri): String =
        resolver.query(uri, arrayOf(OpenableColumns.DISPLAY_NAME), null, null, null)?.use { row ->
            if (row.moveToFirst()) row.getString(0) else null
        } ?: uri.lastPathSegment.orEmpty()

    private val Lent.permission
        get() =
            when (this) {
                Lent.MICROPHONE -> Manifest.permission.RECORD_AUDIO
                Lent.CAMERA -> Manifest.permission.CAMERA
            }

    private companion object {
        const val LARGEST_BYTES = 64 * 1024 * 1024
    }
}
