package app.notebook.android

import android.app.Activity
import android.app.Application
import android.os.Build
import android.os.Handler
import android.os.Looper
import android.os.Process
import app.notebook.core.Notebooks
import app.notebook.ui.KeptLooks
import app.notebook.ui.Session
import java.io.File

/**
 * What lives as long as the process: one session over the notebooks, and the rule that nothing which fails is told to
 * a log. All files lie where no backup and no transfer to another phone takes them.
 */
open class NotebookApplication : Application() {
    /** Where copies pass through on their way. */
    internal val files by lazy { AndroidFiles(contentResolver, Passing(File(noBackupFilesDir, "passing"))) }

    /** The window that is there, for the system's pages that need one. */
    @Volatile internal var window: Activity? = null

    /** What she can see, hear and say here. */
    internal val senses by lazy { AndroidSenses(this, files) }

    /** Drives the notebooks for the screens. */
    val session: Session by lazy {
        val notebooks = Notebooks(File(noBackupFilesDir, getString(R.string.folder)).path, AndroidPhone(this))
        val looks = KeptLooks(File(noBackupFilesDir, "look").toPath())
        val language = resources.configuration.locales[0].toLanguageTag()
        val biometrics = check()?.let { AndroidBiometrics.of(this, it) }
        Session(
                notebooks,
                files,
                looks,
                language,
                senses = senses,
                calls = AndroidCalls.of(this),
                biometrics = biometrics,
                earphones = earphones(this),
            )
            .also(Session::start)
    }

    /** The system's own check of a finger or a face; none before Android 11. */
    internal open fun check(): Check? =
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) SystemCheck(this) { window } else null

    override fun onCreate() {
        super.onCreate()
        // Else the system keeps what failed, with its message, in a report of its own.
        Thread.setDefaultUncaughtExceptionHandler { _, _ -> endProcess() }
        // It writes a failure to its log before it asks any handler: those of the main thread are caught before that.
        Handler(mainLooper).post(::runMainThread)
        guessAtNoText()
        files.clear()
    }

    internal fun runMainThread() {
        try {
            loop()
        } catch (_: Throwable) {
            endProcess()
        }
    }

    /** Waits for what the main thread has to do and does it, for as long as the process lives. */
    protected open fun loop() = Looper.loop()
}

/** Ends the process: what the JVM still holds of her words goes with it. What was saved is safe at any moment. */
internal fun endProcess() = Process.killProcess(Process.myPid())
