package android.hardware.camera2

/** Robolectric's camera names this class of Android 15 also where it stands on 14, which has none. */
@Suppress("ClassName", "unused")
abstract class `CameraDevice$CameraDeviceSetup`
