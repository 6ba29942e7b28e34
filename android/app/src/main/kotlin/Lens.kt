package app.notebook.android

import android.annotation.SuppressLint
import android.graphics.ImageFormat
import android.hardware.camera2.CameraAccessException
import android.hardware.camera2.CameraCaptureSession
import android.hardware.camera2.CameraDevice
import android.hardware.camera2.CameraManager
import android.hardware.camera2.CaptureFailure
import android.hardware.camera2.CaptureRequest
import android.media.Image
import android.media.ImageReader
import android.os.Handler
import android.os.Looper
import android.view.Surface
import java.io.IOException
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.withTimeoutOrNull

/** A camera that is on until it is closed: what it sees goes to a surface, a picture into memory. */
internal class Lens(private val eye: Eye, private val cameras: CameraManager, private val sight: Surface) : AutoCloseable {
    private val main = Handler(Looper.getMainLooper())
    private val picture = ImageReader.newInstance(eye.picture.width, eye.picture.height, ImageFormat.JPEG, 1)
    private val ready = CompletableDeferred<CameraCaptureSession>()
    private var device: CameraDevice? = null
    private var isClosed = false

    // Who gets here was lent the camera; who was not gets the same answer as for one that is broken.
    @SuppressLint("MissingPermission")
    fun open() = orGiveUp { cameras.openCamera(eye.id, Opening(), main) }

    /** The picture as the bytes of a JPEG, to be turned by so many degrees. An [IOException] if there is none. */
    suspend fun take(degrees: Int): ByteArray {
        val developed = CompletableDeferred<ByteArray>()
        return withTimeoutOrNull(LONGEST) {
            val session = ready.await()
            picture.setOnImageAvailableListener({ it.acquireNextImage().use { image -> developed.complete(bytesOf(image)) } }, main)
            told { session.capture(request(session.device, degrees), Failing(developed), main) }
            developed.await()
        } ?: throw IOException("the camera did not answer")
    }

    override fun close() {
        isClosed = true
        ready.completeExceptionally(IOException("the camera is off"))
        device?.close()
        picture.close()
        sight.release()
    }

    private fun request(of: CameraDevice, degrees: Int): CaptureRequest =
        of.createCaptureRequest(CameraDevice.TEMPLATE_STILL_CAPTURE)
            .apply {
                addTarget(picture.surface)
                sharpAndDark()
                set(CaptureRequest.JPEG_ORIENTATION, degrees)
                set(CaptureRequest.JPEG_QUALITY, QUALITY)
            }
            .build()

    private fun CaptureRequest.Builder.sharpAndDark() {
        set(CaptureRequest.CONTROL_AF_MODE, CaptureRequest.CONTROL_AF_MODE_CONTINUOUS_PICTURE)
        // No light of the phone: it would be seen.
        set(CaptureRequest.CONTROL_AE_MODE, CaptureRequest.CONTROL_AE_MODE_ON)
        set(CaptureRequest.FLASH_MODE, CaptureRequest.FLASH_MODE_OFF)
    }

    private fun look(session: CameraCaptureSession) = orGiveUp {
        val seeing = session.device.createCaptureRequest(CameraDevice.TEMPLATE_PREVIEW)
        seeing.addTarget(sight)
        seeing.sharpAndDark()
        session.setRepeatingRequest(seeing.build(), null, main)
        ready.complete(session)
    }

    private fun orGiveUp(act: () -> Unit) {
        try {
            told(act)
        } catch (failure: IOException) {
            ready.completeExceptionally(failure)
        }
    }

    /** A camera says in many ways that it can't, or is gone. */
    private fun told(act: () -> Unit) {
        try {
            act()
        } catch (refused: CameraAccessException) {
            throw IOException(refused.javaClass.name)
        } catch (refused: RuntimeException) {
            throw IOException(refused.javaClass.name)
        }
    }

    private inner class Opening : CameraDevice.StateCallback() {
        override fun onOpened(camera: CameraDevice) {
            if (isClosed) return camera.close()
            device = camera
            @Suppress("DEPRECATION") // The newer one is of Android 9.
            orGiveUp { camera.createCaptureSession(listOf(sight, picture.surface), Beginning(), main) }
        }

        override fun onDisconnected(camera: CameraDevice) = gone(camera)

        override fun onError(camera: CameraDevice, error: Int) = gone(camera)

        private fun gone(camera: CameraDevice) {
            ready.completeExceptionally(IOException("the camera is gone"))
            camera.close()
        }
    }

    private inner class Beginning : CameraCaptureSession.StateCallback() {
        override fun onConfigured(session: CameraCaptureSession) = look(session)

        override fun onConfigureFailed(session: CameraCaptureSession) {
            ready.completeExceptionally(IOException("the camera did not begin"))
        }
    }

    private class Failing(private val developed: CompletableDeferred<ByteArray>) : CameraCaptureSession.CaptureCallback() {
        override fun onCaptureFailed(session: CameraCaptureSession, request: CaptureRequest, failure: CaptureFailure) {
            developed.completeExceptionally(IOException("the camera took none"))
        }
    }

    private companion object {
        val LONGEST = 10.seconds
        const val QUALITY: Byte = 90
    }
}

private fun bytesOf(image: Image): ByteArray = image.planes[0].buffer.let { ByteArray(it.remaining()).also(it::get) }
