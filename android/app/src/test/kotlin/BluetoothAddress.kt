package android.bluetooth

/** Robolectric's media player comes by this class of Android 15 also where it stands on 14, which has none. */
@Suppress("ClassName", "unused")
class `BluetoothDevice$BluetoothAddress`
