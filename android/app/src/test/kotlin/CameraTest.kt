package app.notebook.android

import android.Manifest.permission.CAMERA
import android.content.Context
import android.content.pm.PackageManager.PERMISSION_DENIED
import android.graphics.SurfaceTexture
import android.hardware.camera2.CameraCharacteristics
import android.hardware.camera2.CameraCharacteristics.LENS_FACING_BACK
import android.hardware.camera2.CameraCharacteristics.LENS_FACING_FRONT
import android.hardware.camera2.CameraManager
import android.hardware.camera2.impl.CameraDeviceImpl
import android.util.Size
import android.view.TextureView
import android.view.View
import android.view.ViewGroup
import app.notebook.core.Standing
import app.notebook.ui.AddTo
import app.notebook.ui.Looking
import app.notebook.ui.Names
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNull
import kotlin.test.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowCameraCharacteristics
import org.robolectric.shadows.ShadowCameraDeviceImpl
import org.robolectric.shadows.ShadowCameraManager
import org.robolectric.shadows.StreamConfigurationMapBuilder
import org.robolectric.util.ReflectionHelpers

/** The camera is on while its page is there. No picture comes out of Robolectric's: docs/building.md. */
@RunWith(RobolectricTestRunner::class)
class CameraTest {
    @Test
    fun theOneAtTheBackIsOnWhileItsPageIsThere() = withCameras {
        goLooking()
        val camera = opened()
        assertEquals("back", camera.id)
        assertTrue(camera.isOn())
        tap(Names.DO_BACK)
        see(Names.ADD_COST)
        until { !camera.isOn() }
    }

    @Test
    fun closeTurnsItOff() = withCameras {
        goLooking()
        val camera = opened()
        bar(Names.BAR_CLOSE)
        until(::hasEnded)
        until { !camera.isOn() }
    }

    @Test
    fun leavingTurnsItOffAndLocks() = withCameras {
        goLooking()
        val camera = opened()
        leave()
        until { !camera.isOn() }
        waitFor(Standing.LOCKED)
    }

    @Test
    fun aCameraThatIsTakenAwayIsToldKindlyAndNothingIsAdded() = withCameras {
        goLooking()
        opened()
        shadowOf(cameras).triggerDisconnect()
        pump()
        tap(Names.TAKE_NOW)
        see(Names.TAKE_FAILED)
        assertTrue(session.now.value.screen is Looking)
        bar(Names.BAR_NOTES)
        see(Names.LIST_EMPTY)
    }

    @Test
    fun beforeItIsOnNoPictureIsTaken() = withCameras {
        goLooking()
        tap(Names.TAKE_NOW)
        see(Names.TAKE_FAILED)
    }

    @Test
    fun aNoToTheCameraIsTakenKindlyAndChangesNothing() = withCameras(allowed = false) {
        firstRun()
        tap(Names.ADD_PICTURE)
        tap(Names.ADD_TAKE)
        see(Names.LEND_CAMERA)
        assertNull(shadowOf(activity).lastRequestedPermission)
        tap(Names.DO_NEXT)
        answerPhone(CAMERA, PERMISSION_DENIED)
        see(Names.LENT_NO_CAMERA)
        assertTrue(session.now.value.screen is AddTo)
        assertEquals(emptySet(), devices())
    }

    @Test
    fun aPhoneThatSeesOnlyHerselfOffersNone() {
        shadowOf(cameras).addCamera("front", camera(LENS_FACING_FRONT))
        onPhone {
            firstRun()
            tap(Names.ADD_PICTURE)
            see(Names.ADD_PICK)
            assertFalse(isSeen(said(Names.ADD_TAKE)))
        }
    }

    @Test
    fun aPictureIsLargeEnoughToReadAndWhatIsShownIsOfItsShape() {
        shadowOf(cameras).addCamera("back", camera(LENS_FACING_BACK))
        val eye = Eye.atTheBack(cameras)!!
        assertEquals(Size(4_000, 3_000), eye.picture)
        assertEquals(Size(1_600, 1_200), eye.seen)
    }

    /** Most phones have it built in on its side; a tablet may have it upright. */
    @Test
    fun itStandsAsItStoodOnTheScreen() {
        val phone = Eye("0", Size(4_000, 3_000), Size(1_600, 1_200), builtIn = 90)
        assertEquals(listOf(90, 0, 270, 180), (0..3).map(phone::degrees))
        assertEquals(listOf(0.75f, 4 / 3f, 0.75f, 4 / 3f), (0..3).map(phone::ratio))
        val tablet = Eye("0", Size(4_000, 3_000), Size(1_600, 1_200), builtIn = 0)
        assertEquals(listOf(0, 270, 180, 90), (0..3).map(tablet::degrees))
        assertEquals(listOf(4 / 3f, 0.75f, 4 / 3f, 0.75f), (0..3).map(tablet::ratio))
    }

    /** Where the upper left and upper right corner of what the camera draws come to lie in a view of 400 by 300. */
    @Test
    fun whatIsShownIsTurnedWithTheScreenAndFillsTheView() {
        fun corners(quarters: Int) =
            floatArrayOf(0f, 0f, 400f, 0f).also(turned(quarters, 400f, 300f)::mapPoints).map { Math.round(it) }
        assertEquals(listOf(0, 0, 400, 0), corners(0))
        assertEquals(listOf(0, 300, 0, 0), corners(1))
        assertEquals(listOf(400, 300, 0, 300), corners(2))
        assertEquals(listOf(400, 0, 400, 300), corners(3))
    }

    private val cameras: CameraManager
        get() = RuntimeEnvironment.getApplication().getSystemService(Context.CAMERA_SERVICE) as CameraManager

    private fun withCameras(allowed: Boolean = true, use: Robot.() -> Unit) {
        shadowOf(cameras).addCamera("front", camera(LENS_FACING_FRONT))
        shadowOf(cameras).addCamera("back", camera(LENS_FACING_BACK))
        if (allowed) shadowOf(RuntimeEnvironment.getApplication()).grantPermissions(CAMERA)
        onPhone(use)
    }

    private fun camera(facing: Int): CameraCharacteristics {
        val sizes = StreamConfigurationMapBuilder.newBuilder()
        listOf(Size(8_000, 6_000), Size(4_000, 3_000), Size(1_600, 1_200)).forEach { sizes.addOutputSize(BLOB, it) }
        listOf(Size(3_840, 2_160), Size(1_920, 1_080), Size(1_600, 1_200), Size(640, 480)).forEach(sizes::addOutputSize)
        return ShadowCameraCharacteristics.newCameraCharacteristics().also {
            val shadow = Shadow.extract<ShadowCameraCharacteristics>(it)
            shadow.set(CameraCharacteristics.LENS_FACING, facing)
            shadow.set(CameraCharacteristics.SENSOR_ORIENTATION, 90)
            shadow.set(CameraCharacteristics.SCALER_STREAM_CONFIGURATION_MAP, sizes.build())
        }
    }

    private fun Robot.goLooking() {
        firstRun()
        tap(Names.ADD_PICTURE)
        tap(Names.ADD_TAKE)
        see(Names.TAKE_WHAT)
    }

    /** The view gets what it draws on, as on a phone; then the camera is opened. */
    private fun Robot.opened(): CameraDeviceImpl {
        until { sight(activity.window.decorView) != null }
        val view = sight(activity.window.decorView)!!
        view.surfaceTextureListener!!.onSurfaceTextureAvailable(SurfaceTexture(0), view.width, view.height)
        until { devices().isNotEmpty() }
        pump()
        return devices().single()
    }

    private fun sight(view: View): TextureView? =
        view as? TextureView
            ?: (view as? ViewGroup)?.let { group -> (0 until group.childCount).firstNotNullOfOrNull { sight(group.getChildAt(it)) } }

    private fun devices() = ReflectionHelpers.getStaticField<Set<CameraDeviceImpl>>(ShadowCameraManager::class.java, "createdCameras")

    private fun CameraDeviceImpl.isOn() = !ReflectionHelpers.getField<Boolean>(Shadow.extract<ShadowCameraDeviceImpl>(this), "closed")

    private companion object {
        /** The system's own word for where a JPEG goes. */
        const val BLOB = 0x21
    }
}
