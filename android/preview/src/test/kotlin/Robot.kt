package app.notebook.preview

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.test.ComposeTimeoutException
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.SemanticsNodeInteraction
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasScrollAction
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isEnabled
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextReplacement
import androidx.compose.ui.test.v2.runDesktopComposeUiTest
import androidx.compose.ui.unit.Density
import app.notebook.core.Pack
import app.notebook.ui.BAR_TAG
import app.notebook.ui.Biometrics
import app.notebook.ui.Calls
import app.notebook.ui.Earphones
import app.notebook.ui.Files as CopyFiles
import app.notebook.ui.Look
import app.notebook.ui.Looks
import app.notebook.ui.More
import app.notebook.ui.Names
import app.notebook.ui.NotebookApp
import app.notebook.ui.NotesList
import app.notebook.ui.NoSenses
import app.notebook.ui.OfferCopy
import app.notebook.ui.Pauses
import app.notebook.ui.Printer
import app.notebook.ui.Senses
import app.notebook.ui.Session
import app.notebook.ui.Texts
import app.notebook.ui.WayIn
import app.notebook.ui.WriteNew
import java.nio.file.Files
import java.nio.file.Path
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.flow.MutableStateFlow

/** A folder of its own, gone at the end, with a phone of little memory, so that a PIN costs little. */
class Place : AutoCloseable {
    val base: Path = Files.createTempDirectory("notebook-test")
    val copy: Path = base.resolve("copy.age")
    val alarms = DesktopAlarms(base.resolve("reminders"))

    /** What she copied last. */
    @Volatile var copied = ""

    fun session(
        files: CopyFiles = OneCopy(copy),
        senses: Senses = NoSenses,
        language: String = "en",
        pauses: Pauses = QUICK,
        calls: Calls? = null,
        biometrics: Biometrics? = null,
        earphones: Earphones = MutableStateFlow(false),
        printer: Printer? = null,
    ): Session {
        val phone = DesktopPhone(base.resolve("device"), memory = 1L shl 30)
        val notebooks = Home(base).notebooks(phone)
        return Session(
            notebooks,
            files,
            SameLooks,
            language,
            pauses = pauses,
            senses = senses,
            calls = calls,
            biometrics = biometrics,
            earphones = earphones,
            alarms = alarms,
            clips = { copied = it },
            printer = printer,
        )
    }

    override fun close() {
        base.toFile().deleteRecursively()
    }

    companion object {
        private val QUICK = Pauses(typing = 20.milliseconds, rest = 100.milliseconds)
    }
}

object SameLooks : Looks {
    override fun load() = Look()

    override fun save(look: Look) = Unit
}

/** The size and manner of a screen. */
data class Screenful(
    val width: Int = 412,
    val height: Int = 892,
    val words: Float = 1f,
    val language: String = "en",
)

/** Someone at the screen: she sees words and taps words. */
@OptIn(ExperimentalTestApi::class)
class Robot(val ui: ComposeUiTest, val session: Session, language: String = "en") {
    private var texts = Texts(Pack.FULL, language)

    /** From now on she sees words of this language. */
    fun nowIn(language: String) {
        texts = Texts(Pack.FULL, language)
    }

    fun said(name: String) = texts[name]

    /** Taps what says this, when it can be tapped. */
    fun tap(name: String) = tapOn(hasText(texts[name]) and hasClickAction() and notInBar)

    fun tapText(text: String) = tapOn(hasText(text, substring = true) and hasClickAction() and notInBar)

    /** Opens the one note without a title, which the list calls by when it was written. */
    fun openUntitled() {
        val time = hasText("in the ", substring = true) or hasText("at night", substring = true)
        tapOn(time and hasClickAction() and notInBar)
    }

    /**
     * Taps a word of the bar. Its page is waited for where the page before may show the same words: titles of
     * notes, or "Save a copy", which would be tapped where it is no more.
     */
    fun bar(name: String) {
        tapOn(hasText(texts[name]) and hasClickAction() and inBar)
        when (name) {
            Names.BAR_NOTES -> until { session.now.value.run { screen is NotesList || question != null } }
            Names.BAR_MORE -> until { session.now.value.run { screen == More || question != null } }
        }
        ui.waitForIdle()
    }

    /** One step back. It is waited for: a second tap on the page that goes is none. */
    fun back() {
        // The same page with what she put in is still that page.
        val before = session.now.value.screen::class
        tap(Names.DO_BACK)
        until { session.now.value.run { screen::class != before || question != null } }
        ui.waitForIdle()
    }

    private fun tapOn(what: SemanticsMatcher) {
        // What can't be tapped any more, or not yet, is waited for.
        until { ui.onAllNodes(what and isEnabled()).fetchSemanticsNodes().isNotEmpty() }
        ui.onNode(what and isEnabled()).scrolledTo().performClick()
        ui.waitForIdle()
    }

    private fun SemanticsNodeInteraction.scrolledTo() = apply {
        val scrolls = ui.onAllNodes(hasAnyAncestor(hasScrollAction()) and hasClickAction()).fetchSemanticsNodes()
        val id = fetchSemanticsNode().id
        if (scrolls.any { it.id == id }) performScrollTo()
    }

    fun type(label: String, text: String) {
        val field = hasText(texts[label]) and hasSetTextAction()
        until { ui.onAllNodes(field).fetchSemanticsNodes().size == 1 }
        ui.onNode(field).performTextReplacement(text)
        ui.waitForIdle()
    }

    fun pin(digits: String) {
        digits.forEach { digit -> tapOn(key(digit.digitToInt())) }
        tap(Names.PAD_GO)
    }

    /** The key of a digit, as it is known with no earphones in: by its place. */
    fun key(digit: Int): SemanticsMatcher {
        val place = if (digit == 0) texts.padKey(4, 1) else texts.padKey((digit + 2) / 3, (digit - 1) % 3 + 1)
        return hasContentDescription(place) and hasClickAction()
    }

    fun see(name: String) = seeText(texts[name])

    fun seeText(text: String) = until { isSeen(text) }

    fun isSeen(text: String) =
        ui.onAllNodes(hasText(text, substring = true), useUnmergedTree = true).fetchSemanticsNodes().isNotEmpty()

    fun until(condition: () -> Boolean) =
        try {
            ui.waitUntil(timeoutMillis = 30_000, condition = condition)
        } catch (late: ComposeTimeoutException) {
            throw AssertionError("it did not come; there is ${session.now.value.screen::class.simpleName}", late)
        }

    /** Through the pages of the first run to Home. */
    fun firstRun(pin: String, second: String? = null) {
        firstPages()
        tap(if (second == null) Names.FIRST_ONE else Names.FIRST_TWO)
        twice(pin, Names.FIRST_CHOOSE, Names.FIRST_AGAIN)
        second?.let { twice(it, Names.FIRST_SECOND, Names.FIRST_SECOND_AGAIN) }
        see(Names.WRITE_FIELD)
    }

    /** The three short pages. Each is waited for: a second tap on the page that goes is none. */
    fun firstPages() {
        for (page in listOf(Names.FIRST_WHAT_TITLE, Names.FIRST_LOST, Names.FIRST_PIN)) {
            see(page)
            tap(Names.DO_NEXT)
        }
    }

    fun twice(pin: String, once: String, again: String) {
        see(once)
        pin(pin)
        see(again)
        pin(pin)
    }

    /** From More to a page that changes how the notebook opens, which her PIN goes before. */
    fun wayIn(name: String, pin: String) {
        bar(Names.BAR_MORE)
        tap(name)
        see(Names.CONFIRM_PIN_TITLE)
        pin(pin)
        until { session.now.value.screen is WayIn }
    }

    /** To the page to write on: from the notes, where the notebook is a full one, and from the bar, where it is plain. */
    fun home() {
        if (session.now.value.texts?.areFull != true) return bar(Names.BAR_WRITE)
        val before = session.now.value.screen
        tapOn(hasText(texts[Names.BAR_NOTES]) and hasClickAction() and inBar)
        until { session.now.value.run { screen !== before && (screen is NotesList || screen == OfferCopy) } }
        if (session.now.value.screen == OfferCopy) return
        tap(Names.BAR_WRITE)
        until { session.now.value.screen is WriteNew }
    }

    fun write(title: String, text: String) {
        // Where she is there already it does nothing, which can't be waited for.
        if (session.now.value.screen !is WriteNew) home()
        type(Names.WRITE_FIELD, text)
        type(Names.PAGE_NAME, title)
        tap(Names.DO_DONE)
        see(Names.WRITE_DONE)
    }

    fun close() {
        bar(Names.BAR_CLOSE)
        see(Names.UNLOCK_TITLE)
    }

    fun unlock(pin: String) {
        see(Names.UNLOCK_TITLE)
        pin(pin)
        see(Names.WRITE_FIELD)
    }

    companion object {
        private val inBar = hasAnyAncestor(hasTestTag(BAR_TAG))
        private val notInBar = SemanticsMatcher("not in the bar") { !inBar.matches(it) }
    }
}

/** Opens the screens over a fresh place, and has someone use them. */
@OptIn(ExperimentalTestApi::class)
fun onScreen(
    size: Screenful = Screenful(),
    senses: Senses = NoSenses,
    calls: Calls? = null,
    biometrics: Biometrics? = null,
    use: Robot.(Place) -> Unit,
) =
    Place().use { place ->
        val session = place.session(senses = senses, language = size.language, calls = calls, biometrics = biometrics)
        onScreen(session, size) { use(place) }
    }

/** Opens the screens that a session drives, and has someone use them. */
@OptIn(ExperimentalTestApi::class)
fun onScreen(session: Session, size: Screenful = Screenful(), use: Robot.() -> Unit) =
    runDesktopComposeUiTest(size.width, size.height) {
        setContent {
            CompositionLocalProvider(LocalDensity provides Density(1f, size.words)) { NotebookApp(session, LETTERS) }
        }
        session.start()
        Robot(this, session, size.language).use()
    }
