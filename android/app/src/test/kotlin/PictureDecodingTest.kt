package app.notebook.android

import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.Paint
import java.io.ByteArrayOutputStream
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

/** Her pictures are shown the way up that they were taken. */
@RunWith(RobolectricTestRunner::class)
class PictureDecodingTest {
    @Test
    fun eachOfTheEightWaysAPictureLiesIsTurnedUpright() {
        val upright = "RG/BW"
        for ((orientation, stored) in STORED) {
            val shown = assertNotNull(pictureOf(jpeg(stored, orientation)))
            assertEquals(upright, cornersOf(shown), "orientation $orientation")
        }
    }

    @Test
    fun aLargePictureIsMadeSmaller() {
        val shown = assertNotNull(pictureOf(bytesOf(Bitmap.createBitmap(9_000, 30, Bitmap.Config.ARGB_8888))))
        assertEquals(2_250, shown.width)
    }

    @Test
    fun whatIsNoPictureIsNone() {
        assertNull(pictureOf(byteArrayOf(1, 2, 3)))
        assertNull(pictureOf(ByteArray(0)))
    }

    /** A picture of four corners, with the EXIF that says how it lies. */
    private fun jpeg(corners: String, orientation: Int): ByteArray {
        val picture = Bitmap.createBitmap(SIDE * 2, SIDE * 2, Bitmap.Config.ARGB_8888)
        val canvas = Canvas(picture)
        corners.filter { it != '/' }.forEachIndexed { at, corner ->
            val (left, top) = at % 2 * SIDE to at / 2 * SIDE
            val paint = Paint().apply { color = COLOURS.getValue(corner) }
            canvas.drawRect(left.toFloat(), top.toFloat(), left + SIDE.toFloat(), top + SIDE.toFloat(), paint)
        }
        val plain = bytesOf(picture)
        // After the two bytes that every JPEG begins with.
        return plain.copyOf(2) + exif(orientation) + plain.drop(2)
    }

    private fun exif(orientation: Int): ByteArray {
        val entry = byteArrayOf(1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation.toByte(), 0, 0)
        val tiff = "MM".toByteArray() + byteArrayOf(0, 42, 0, 0, 0, 8, 0, 1) + entry + ByteArray(4)
        val body = "Exif".toByteArray() + ByteArray(2) + tiff
        return byteArrayOf(0xff.toByte(), 0xe1.toByte(), 0, (body.size + 2).toByte()) + body
    }

    private fun bytesOf(picture: Bitmap) =
        ByteArrayOutputStream().also { picture.compress(Bitmap.CompressFormat.JPEG, 100, it) }.toByteArray()

    /** What is in the middle of each quarter. */
    private fun cornersOf(picture: Bitmap): String {
        val (near, far) = SIDE / 2 to SIDE / 2 * 3
        val quarters = listOf(near to near, far to near, near to far, far to far)
        val found = quarters.map { (x, y) -> nameOf(picture.getPixel(x, y)) }
        return "${found[0]}${found[1]}/${found[2]}${found[3]}"
    }

    // A JPEG mixes its colours a little.
    private fun nameOf(pixel: Int) =
        COLOURS.minBy { (_, colour) ->
            listOf(Color::red, Color::green, Color::blue).sumOf { part ->
                val apart = part(pixel) - part(colour)
                apart * apart
            }
        }.key

    private companion object {
        const val SIDE = 16
        val COLOURS = mapOf('R' to Color.RED, 'G' to Color.GREEN, 'B' to Color.BLUE, 'W' to Color.WHITE)

        /** How RG over BW is stored, by the eight orientations of TIFF 6.0. */
        val STORED =
            mapOf(
                1 to "RG/BW",
                2 to "GR/WB",
                3 to "WB/GR",
                4 to "BW/RG",
                5 to "RB/GW",
                6 to "GW/RB",
                7 to "WG/BR",
                8 to "BR/WG",
            )
    }
}
