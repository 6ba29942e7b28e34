package app.notebook.core

import java.awt.image.BufferedImage
import java.io.ByteArrayOutputStream
import java.nio.ByteBuffer
import javax.imageio.ImageIO

/** What a camera wrote into a picture, and nobody else may read. */
const val PLACE = "51.4545N-Bristol"

/** A real JPEG with EXIF that names a place and says which side is up, and a comment with the place. */
fun cameraPicture(): ByteArray {
    val plain = ByteArrayOutputStream().apply { ImageIO.write(colours(), "jpeg", this) }.toByteArray()
    val exif = segment(0xe1, "Exif\u0000\u0000".encodeToByteArray() + tiff())
    val comment = segment(0xfe, PLACE.encodeToByteArray())
    return plain.copyOfRange(0, 2) + exif + comment + plain.copyOfRange(2, plain.size)
}

/** Its points, as any program would show them. */
fun pointsOf(picture: ByteArray): IntArray {
    val image = ImageIO.read(picture.inputStream())
    return image.getRGB(0, 0, image.width, image.height, null, 0, image.width)
}

fun ByteArray.holds(text: String) = toString(Charsets.ISO_8859_1).contains(text)

private fun colours() =
    BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB).apply {
        for (x in 0..15) for (y in 0..15) setRGB(x, y, x * 0x100000 + y * 0x10)
    }

private fun segment(marker: Int, body: ByteArray): ByteArray =
    ByteBuffer.allocate(body.size + 4)
        .put(0xff.toByte())
        .put(marker.toByte())
        .putShort((body.size + 2).toShort())
        .put(body)
        .array()

/** TIFF 6.0 with two entries: Model, here the place, and Orientation, here 6. */
private fun tiff(): ByteArray {
    val place = PLACE.encodeToByteArray() + 0
    return ByteBuffer.allocate(38 + place.size)
        .put("MM".encodeToByteArray()).putShort(42).putInt(8)
        .putShort(2)
        .putShort(0x0110).putShort(2).putInt(place.size).putInt(38)
        .putShort(0x0112).putShort(3).putInt(1).putShort(6).putShort(0)
        .putInt(0)
        .put(place)
        .array()
}
