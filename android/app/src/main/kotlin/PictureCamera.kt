package app.notebook.android

import android.content.Context
import android.graphics.SurfaceTexture
import android.hardware.camera2.CameraManager
import android.view.Surface
import android.view.TextureView
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalConfiguration
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.viewinterop.AndroidView
import androidx.lifecycle.compose.LifecycleStartEffect
import app.notebook.ui.Camera
import app.notebook.ui.Chosen
import java.io.IOException

/** The camera at the phone's back. It takes pictures into memory, and is on only while what it sees is on the page. */
internal class PictureCamera private constructor(private val cameras: CameraManager, private val eye: Eye) : Camera {
    @Volatile private var lens: Lens? = null
    @Volatile private var quarters = 0

    @Composable
    override fun Sight(modifier: Modifier) {
        // Drawn anew when the screen turns.
        LocalConfiguration.current
        val turn = LocalContext.current.turnOfScreen()
        quarters = turn
        Box(modifier, Alignment.Center) {
            val shape = Modifier.aspectRatio(eye.ratio(turn), matchHeightConstraintsFirst = true)
            AndroidView(::SightView, shape, update = { it.turn(turn) })
        }
        // Where the page is left by leaving the app, nothing is drawn anew, and the view stays.
        LifecycleStartEffect(Unit) { onStopOrDispose { close() } }
    }

    override suspend fun take(): Chosen {
        val on = lens ?: throw IOException("the camera is off")
        return Chosen(NAME, on.take(eye.degrees(quarters)))
    }

    private fun open(into: SurfaceTexture) {
        close()
        into.setDefaultBufferSize(eye.seen.width, eye.seen.height)
        lens = Lens(eye, cameras, Surface(into)).apply { open() }
    }

    private fun close() {
        lens?.close()
        lens = null
    }

    private inner class SightView(context: Context) : TextureView(context), TextureView.SurfaceTextureListener {
        private var turn = 0

        init {
            surfaceTextureListener = this
        }

        fun turn(quarters: Int) {
            turn = quarters
            setTransform(turned(turn, width.toFloat(), height.toFloat()))
        }

        override fun onSurfaceTextureAvailable(texture: SurfaceTexture, width: Int, height: Int) {
            turn(turn)
            open(texture)
        }

        override fun onSurfaceTextureSizeChanged(texture: SurfaceTexture, width: Int, height: Int) = turn(turn)

        override fun onSurfaceTextureDestroyed(texture: SurfaceTexture): Boolean {
            close()
            return true
        }

        override fun onSurfaceTextureUpdated(texture: SurfaceTexture) = Unit
    }

    companion object {
        private const val NAME = "picture.jpg"

        /** None where the phone has no camera at its back. */
        fun of(context: Context): Camera? {
            val cameras = context.getSystemService(CameraManager::class.java)
            return Eye.atTheBack(cameras)?.let { PictureCamera(cameras, it) }
        }
    }
}

/** By how many quarters the screen is turned from how the phone is built. */
@Suppress("DEPRECATION") // What came in its place is of Android 11.
private fun Context.turnOfScreen() = getSystemService(android.view.WindowManager::class.java).defaultDisplay.rotation
