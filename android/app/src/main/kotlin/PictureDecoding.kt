package app.notebook.android

import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Matrix
import android.media.ExifInterface
import java.io.ByteArrayInputStream
import java.io.IOException

/**
 * The picture of these bytes, the way up that it was taken, or none if they are none. No larger than a screen can show,
 * so that a picture of a good camera does not fill the memory.
 */
internal fun pictureOf(bytes: ByteArray): Bitmap? {
    val size = BitmapFactory.Options().apply { inJustDecodeBounds = true }
    BitmapFactory.decodeByteArray(bytes, 0, bytes.size, size)
    val longest = maxOf(size.outWidth, size.outHeight)
    if (longest <= 0) return null
    val sized = BitmapFactory.Options().apply { inSampleSize = maxOf(1, Integer.highestOneBit(longest / SHOWN)) }
    val stored = BitmapFactory.decodeByteArray(bytes, 0, bytes.size, sized) ?: return null
    val turn = turnOf(bytes)
    if (turn.isIdentity) return stored
    return Bitmap.createBitmap(stored, 0, 0, stored.width, stored.height, turn, true)
}

/** A phone that is held upright mostly stores a picture on its side, and beside it how to turn it. */
private fun turnOf(bytes: ByteArray): Matrix {
    val (degrees, mirrored) =
        when (orientationOf(bytes)) {
            ExifInterface.ORIENTATION_FLIP_HORIZONTAL -> 0f to true
            ExifInterface.ORIENTATION_ROTATE_180 -> 180f to false
            ExifInterface.ORIENTATION_FLIP_VERTICAL -> 180f to true
            ExifInterface.ORIENTATION_TRANSPOSE -> 90f to true
            ExifInterface.ORIENTATION_ROTATE_90 -> 90f to false
            ExifInterface.ORIENTATION_TRANSVERSE -> 270f to true
            ExifInterface.ORIENTATION_ROTATE_270 -> 270f to false
            else -> 0f to false
        }
    return Matrix().apply {
        setRotate(degrees)
        if (mirrored) postScale(-1f, 1f)
    }
}

private fun orientationOf(bytes: ByteArray): Int =
    try {
        ExifInterface(ByteArrayInputStream(bytes)).getAttributeInt(ExifInterface.TAG_ORIENTATION, 0)
    } catch (_: IOException) {
        0
    }

private const val SHOWN = 2_048
