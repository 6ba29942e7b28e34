package app.notebook.android

import android.os.Build

/** Robolectric runs the main thread itself and takes an application of this name in place of the real one. */
class TestNotebookApplication : NotebookApplication() {
    /** What fails on the main thread. */
    var failure: Throwable? = null

    /** Someone whose finger the phone knows. */
    internal val finger = Finger()

    /** How far the phone's clock has gone on, or was set, in milliseconds. */
    @Volatile var ahead = 0L

    override fun now() = super.now() + ahead

    override fun check() = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) finger else null

    override fun loop() {
        failure?.let { throw it }
    }
}
