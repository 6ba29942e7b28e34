package app.notebook.android

import android.app.ActivityManager
import android.os.Looper
import android.os.Process
import android.provider.Settings
import android.view.View
import android.view.ViewGroup
import androidx.compose.ui.platform.ViewRootForTest
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getAllSemanticsNodes
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.text.AnnotatedString
import app.notebook.core.Pack
import app.notebook.core.Standing
import app.notebook.ui.BAR_TAG
import app.notebook.ui.Blank
import app.notebook.ui.Names
import app.notebook.ui.Session
import app.notebook.ui.Texts
import app.notebook.ui.WayIn
import java.security.Security
import java.time.Duration
import java.util.concurrent.locks.LockSupport
import kotlinx.coroutines.runBlocking
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import org.robolectric.shadows.ShadowProcess

/** Someone with the phone in her hand: she sees words and taps words. */
class Robot {
    private val texts = Texts(Pack.FULL, "en")
    private var controller: ActivityController<MainActivity> = opened()

    /** The window on the screen. */
    val activity: MainActivity
        get() = controller.get()

    val application
        get() = activity.application as TestNotebookApplication

    val session: Session
        get() = application.session

    private fun opened() = Robolectric.buildActivity(MainActivity::class.java).setup()

    /** Taps the icon once more, after the window was closed. */
    fun openAgain() {
        controller = opened()
    }

    /** What the system does with the window. */
    fun system(act: ActivityController<MainActivity>.() -> Unit) {
        controller.act()
        pump()
    }

    /** Puts it away, as by the phone's middle button. */
    fun leave() = system { pause().stop() }

    /** Takes it up again, with what [between] gives it before it is drawn. */
    fun comeBack(between: () -> Unit = {}) = system {
        restart().start()
        between()
        resume()
    }

    fun said(name: String) = texts[name]

    /** What draws, as tests and screen readers look at it. */
    val root: ViewRootForTest
        get() = roots(activity.window.decorView).single()

    private fun roots(view: View): List<ViewRootForTest> {
        val inside = (view as? ViewGroup)?.let { group -> (0 until group.childCount).flatMap { roots(group.getChildAt(it)) } }
        return listOfNotNull(view as? ViewRootForTest) + inside.orEmpty()
    }

    fun nodes(): List<SemanticsNode> {
        // No screen asks for a frame here: what is laid out only then would be missing.
        root.measureAndLayoutForTest()
        return root.semanticsOwner.getAllSemanticsNodes(mergingEnabled = true)
    }

    fun words(node: SemanticsNode): String {
        val texts = node.config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text }
        val typed = node.config.getOrNull(SemanticsProperties.EditableText)?.text
        val spoken = node.config.getOrNull(SemanticsProperties.ContentDescription).orEmpty()
        return (texts + listOfNotNull(typed) + spoken).joinToString("\n")
    }

    fun tap(name: String) = tapText(texts[name])

    /** Taps what says this, when it can be tapped. */
    fun tapText(text: String) = tapOn { !it.isInBar() && words(it).contains(text) }

    /** Opens the one note without a title, which the list calls by when it was written. */
    fun openUntitled() = tapOn { !it.isInBar() && listOf("in the ", "at night").any(words(it)::contains) }

    /** To the page to write on, which a full notebook has under its notes. */
    fun home() {
        bar(Names.BAR_NOTES)
        tap(Names.BAR_WRITE)
    }

    fun bar(name: String) = tapOn { it.isInBar() && words(it) == texts[name] }

    private fun tapOn(which: (SemanticsNode) -> Boolean) {
        val node = wait { nodes().firstOrNull { which(it) && it.canBeTapped() } }
        node.config[SemanticsActions.OnClick].action?.invoke()
        pump()
    }

    private fun SemanticsNode.canBeTapped() =
        SemanticsActions.OnClick in config && SemanticsProperties.Disabled !in config && SemanticsActions.SetText !in config

    private fun SemanticsNode.isInBar() =
        generateSequence(this) { it.parent }.any { it.config.getOrNull(SemanticsProperties.TestTag) == BAR_TAG }

    /** The field with this label. */
    fun field(name: String): SemanticsNode = wait {
        nodes().firstOrNull { SemanticsActions.SetText in it.config && words(it).contains(texts[name]) }
    }

    fun type(name: String, text: String) {
        field(name).config[SemanticsActions.SetText].action?.invoke(AnnotatedString(text))
        pump()
    }

    fun pin(digits: String) {
        for (digit in digits) tapOn { words(it) in listOf(place(digit.digitToInt()), digit.toString()) }
        tap(Names.PAD_GO)
    }

    /** Where the key of a digit is, as it is called while no earphones are in. */
    private fun place(digit: Int) =
        if (digit == 0) texts.padKey(4, 1) else texts.padKey((digit + 2) / 3, (digit - 1) % 3 + 1)

    fun see(name: String) = seeText(texts[name])

    fun seeText(text: String) = until { isSeen(text) }

    fun isSeen(text: String) = nodes().any { words(it).contains(text) }

    /** Lets the main thread do what it has to, for a moment of the phone's clock. */
    fun pump() = shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(1))

    fun until(condition: () -> Boolean) {
        wait { condition().takeIf { it } }
    }

    private fun <T : Any> wait(find: () -> T?): T {
        repeat(LONGEST) {
            find()?.let { return it }
            pump()
            LockSupport.parkNanos(1_000_000)
        }
        error("it did not come; there is: " + nodes().map(::words).filter(String::isNotBlank))
    }

    fun firstRun() {
        see(Names.FIRST_WHAT_TITLE)
        tap(Names.DO_NEXT)
        see(Names.FIRST_LOST)
        tap(Names.DO_NEXT)
        see(Names.FIRST_PIN)
        tap(Names.DO_NEXT)
        tap(Names.FIRST_ONE)
        see(Names.FIRST_CHOOSE)
        pin(PIN)
        see(Names.FIRST_AGAIN)
        pin(PIN)
        see(Names.WRITE_FIELD)
    }

    /** From More to a page that changes how the notebook opens, which her PIN goes before. */
    fun wayIn(name: String) {
        bar(Names.BAR_MORE)
        tap(name)
        see(Names.CONFIRM_PIN_TITLE)
        pin(PIN)
        until { session.now.value.screen is WayIn }
    }

    fun write(title: String, text: String) {
        type(Names.WRITE_FIELD, text)
        type(Names.PAGE_NAME, title)
        tap(Names.DO_DONE)
        see(Names.WRITE_DONE)
    }

    fun unlock() {
        see(Names.UNLOCK_TITLE)
        pin(PIN)
        see(Names.WRITE_FIELD)
    }

    /** The end: nothing may be left for the main thread to do, or Compose waits for it in the next test. */
    fun turnOff() {
        if (!activity.isDestroyed) controller.close()
        runBlocking { session.close().join() }
        // What is drawn for the first page, which comes after, must not be left either.
        until { session.now.value.screen != Blank }
        shadowOf(Looper.getMainLooper()).idleFor(Duration.ofSeconds(1))
    }

    /** Once it is locked, the core's thread still looks at the folder for the first page: that is over then, too. */
    fun waitFor(standing: Standing) = until {
        session.notebooks.standing() == standing && (standing != Standing.LOCKED || session.now.value.screen != Blank)
    }

    companion object {
        const val PIN = "271828"
        private const val LONGEST = 20_000
    }
}

/** A phone with little memory, so that a PIN costs little; it was just bought. Someone opens the app on it. */
fun onPhone(use: Robot.() -> Unit) {
    Security.addProvider(FakeAndroidKeyStore())
    FakeAndroidKeyStore.empty()
    val application = RuntimeEnvironment.getApplication()
    val memory = ActivityManager.MemoryInfo().apply { totalMem = 1L shl 30 }
    shadowOf(application.getSystemService(ActivityManager::class.java)).setMemoryInfo(memory)
    Settings.Global.putInt(application.contentResolver, Settings.Global.BOOT_COUNT, 7)
    ShadowProcess.clearKilledProcesses()
    val robot = Robot()
    try {
        robot.use()
    } finally {
        robot.turnOff()
        Security.removeProvider("AndroidKeyStore")
    }
}

/** Whether the app ended its process. */
fun hasEnded() = ShadowProcess.wasKilled(Process.myPid())
