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
import app.notebook.ui.LARGEST_PICKED
import app.notebook.ui.Lent
import app.notebook.ui.Player
import app.notebook.ui.Reader
import app.notebook.ui.Recorder
import app.notebook.ui.Senses
import java.io.ByteArrayOutputStream

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
        return fromOtherApp { open -> Chosen(nameOf(uri, open), read(uri, open)) }
    }

    override fun picture(bytes: ByteArray): ImageBitmap? = pictureOf(bytes)?.asImageBitmap()

    override val camera: Camera? by lazy { PictureCamera.of(context) }
    override val recorder: Recorder? =
        if (context.packageManager.hasSystemFeature(PackageManager.FEATURE_MICROPHONE)) VoiceRecorder(context) else null
    override val player: Player = SoundPlayer(way)
    override val reader: Reader? by lazy { NoteReader.of(context, way) }

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

    private val Lent.permission
        get() =
            when (this) {
                Lent.MICROPHONE -> Manifest.permission.RECORD_AUDIO
                Lent.CAMERA -> Manifest.permission.CAMERA
            }
}
