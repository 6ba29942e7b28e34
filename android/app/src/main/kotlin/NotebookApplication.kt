package app.notebook.android

import android.app.Activity
import android.app.Application
import android.os.Build
import android.os.Handler
import android.os.Looper
import android.os.Process
import android.os.UserManager
import app.notebook.core.Notebooks
import app.notebook.core.Pack
import app.notebook.ui.DateNames
import app.notebook.ui.KeptLooks
import app.notebook.ui.Session
import app.notebook.ui.Texts
import app.notebook.ui.remindersChanged
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

    /** The phone's clipboard, for words that she copies. */
    internal val clips by lazy { AndroidClips(this) }

    /** Prints what she shows someone; none on a phone that has nothing to print with. */
    internal val printer by lazy { PagePrinter.of(this) }

    /** What the phone shows whether a notebook is open or not. */
    internal val reminders by lazy { HeldReminders(this, ::laterWord, ::now) }

    /** What the open notebook has the phone do for them. */
    internal val alarms by lazy { AndroidAlarms(this, reminders, ::language) }

    private val looks by lazy { KeptLooks(File(noBackupFilesDir, "look").toPath()) }

    /** Drives the notebooks for the screens. */
    val session: Session
        get() = made.value

    private val made = lazy {
        files.clear()
        // Who stops an app in the phone's settings stops its alarms too, until it is opened.
        inBackground { reminders.catchUp() }
        val notebooks = Notebooks(File(noBackupFilesDir, getString(R.string.folder)).path, AndroidPhone(this, now = ::now))
        val biometrics = check()?.let { AndroidBiometrics.of(this, it) }
        Session(
                notebooks,
                files,
                looks,
                phoneLanguage,
                senses = senses,
                calls = AndroidCalls.of(this),
                biometrics = biometrics,
                earphones = earphones(this),
                alarms = alarms,
                clips = clips,
                printer = printer,
            )
            .also(Session::start)
    }

    private val phoneLanguage
        get() = resources.configuration.locales[0].toLanguageTag()

    private val isUnlocked
        get() = getSystemService(UserManager::class.java).isUserUnlocked

    private fun language() = looks.load().language ?: phoneLanguage

    /**
     * In the words that both kinds of notebook have, and in the phone's language where the one that she chose can't be
     * read, as before the phone is first unlocked: a reminder comes all the same.
     */
    private fun laterWord(): String {
        val chosen = if (isUnlocked) runCatching { looks.load().language }.getOrNull() else null
        return Texts(Pack.PLAIN, chosen ?: phoneLanguage)[DateNames.REMINDER_LATER]
    }

    /** The clock, the zone or what the phone lets the app do has changed: an open notebook plans its reminders anew. */
    internal fun tellSession() {
        if (made.isInitialized()) session.remindersChanged()
    }

    /** The system's own check of a finger or a face; none before Android 11. */
    internal open fun check(): Check? =
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) SystemCheck(this) { window } else null

    /** The phone's clock, in milliseconds of UTC. */
    internal open fun now() = System.currentTimeMillis()

    override fun onCreate() {
        super.onCreate()
        // Else the system keeps what failed, with its message, in a report of its own.
        Thread.setDefaultUncaughtExceptionHandler { _, _ -> endProcess() }
        // It writes a failure to its log before it asks any handler: those of the main thread are caught before that.
        Handler(mainLooper).post(::runMainThread)
        guessAtNoText()
        // Before the phone is first unlocked only reminders can be read: nothing else is touched.
        if (isUnlocked) files.clear()
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
