package app.notebook.android

/** Robolectric runs the main thread itself and takes an application of this name in place of the real one. */
class TestNotebookApplication : NotebookApplication() {
    /** What fails on the main thread. */
    var failure: Throwable? = null

    override fun loop() {
        failure?.let { throw it }
    }
}
