package app.notebook.android

import android.graphics.ImageFormat
import android.graphics.Matrix
import android.graphics.SurfaceTexture
import android.hardware.camera2.CameraAccessException
import android.hardware.camera2.CameraCharacteristics
import android.hardware.camera2.CameraManager
import android.util.Size

/** A camera of the phone's: which, of what size its pictures and what it shows are, and how it is built in. */
internal class Eye(val id: String, val picture: Size, val seen: Size, private val builtIn: Int) {
    /** Width to height of what it sees on a screen that is turned by so many quarters. */
    fun ratio(quarters: Int): Float {
        val (long, short) = seen.width.toFloat() to seen.height.toFloat()
        return if (degrees(quarters) % 180 == 0) long / short else short / long
    }

    /** By how many degrees a picture has to be turned to stand as it is seen on a screen so turned. */
    fun degrees(quarters: Int): Int = (builtIn - QUARTER * quarters + 2 * 360) % 360

    companion object {
        /** The one at the back; none if there is none. */
        fun atTheBack(cameras: CameraManager): Eye? =
            try {
                cameras.cameraIdList.firstNotNullOfOrNull { id -> of(id, cameras.getCameraCharacteristics(id)) }
            } catch (_: CameraAccessException) {
                null
            }

        private fun of(id: String, facts: CameraCharacteristics): Eye? {
            if (facts[CameraCharacteristics.LENS_FACING] != CameraCharacteristics.LENS_FACING_BACK) return null
            val sizes = facts[CameraCharacteristics.SCALER_STREAM_CONFIGURATION_MAP] ?: return null
            val picture = sizes.getOutputSizes(ImageFormat.JPEG).orEmpty().asList().upTo(MOST_TAKEN) ?: return null
            val alike = sizes.getOutputSizes(SurfaceTexture::class.java).orEmpty().filter { it.isLike(picture) }
            val seen = alike.upTo(MOST_SEEN) ?: return null
            return Eye(id, picture, seen, facts[CameraCharacteristics.SENSOR_ORIENTATION] ?: 0)
        }
    }
}

/**
 * How a view of this size has to turn what a camera draws into it, which stands upright only where the screen is not
 * turned, on a screen that is turned by so many quarters.
 */
internal fun turned(quarters: Int, width: Float, height: Float) =
    Matrix().apply {
        setRotate(-QUARTER.toFloat() * quarters, width / 2, height / 2)
        if (quarters % 2 == 1) postScale(width / height, height / width, width / 2, height / 2)
    }

/** The largest that is not larger than this, or else the smallest. */
private fun List<Size>.upTo(most: Int): Size? = filter { it.points <= most }.maxByOrNull { it.points } ?: minByOrNull { it.points }

private val Size.points
    get() = width * height

/** Of the same shape, but for rounding. */
private fun Size.isLike(other: Size) = kotlin.math.abs(width.toFloat() / height - other.width.toFloat() / other.height) < 0.02f

private const val QUARTER = 90

/** Twelve million points are enough to read a letter by. */
private const val MOST_TAKEN = 4_032 * 3_024
private const val MOST_SEEN = 1_920 * 1_440
