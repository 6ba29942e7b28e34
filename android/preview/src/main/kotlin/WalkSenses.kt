package app.notebook.preview

import androidx.compose.foundation.Image
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.ContentScale
import app.notebook.ui.Camera
import app.notebook.ui.Chosen
import app.notebook.ui.Lent
import app.notebook.ui.Player
import app.notebook.ui.Reader
import app.notebook.ui.Recorder
import app.notebook.ui.Senses
import java.awt.Color
import java.awt.image.BufferedImage
import java.io.ByteArrayOutputStream
import javax.imageio.ImageIO
import kotlinx.coroutines.Deferred

/**
 * What the walk sees and hears: always the same leaf, a second of silence, and a player that is never used. It asks each
 * time, and the answer is yes.
 */
object WalkSenses : Senses {
    override suspend fun pick() = Chosen("leaf.png", leaf())

    override fun picture(bytes: ByteArray) = pictureOf(bytes)

    override fun lends(thing: Lent) = false

    override val camera = Leaf()
    override val recorder = Recorder(::silence)
    override val player = Player { _, _ -> }
    override val reader = Reader { _, _, _ -> }
}

/** A camera before which there is always the leaf. */
class Leaf : Camera {
    private val seen = leaf()

    @Composable
    override fun Sight(modifier: Modifier) =
        Image(remember { pictureOf(seen)!! }, contentDescription = null, modifier, contentScale = ContentScale.Fit)

    override suspend fun take() = Chosen("picture.png", seen)
}

private suspend fun silence(stopped: Deferred<Unit>): ByteArray {
    stopped.await()
    return wav(ByteArray(32_000))
}

/** A drawn leaf, as the bytes of a PNG. */
private fun leaf(): ByteArray {
    val image = BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB)
    image.createGraphics().apply {
        color = Color(0xE4, 0xEE, 0xE0)
        fillRect(0, 0, 400, 300)
        color = Color(0x26, 0x5A, 0x42)
        fillOval(120, 60, 160, 180)
        color = Color(0xE4, 0xEE, 0xE0)
        fillRect(198, 60, 4, 200)
        dispose()
    }
    return ByteArrayOutputStream().also { ImageIO.write(image, "png", it) }.toByteArray()
}
