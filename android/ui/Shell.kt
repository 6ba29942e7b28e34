package app.notebook.ui

import app.notebook.core.OutsideReminder
import app.notebook.core.ReminderPhone
import kotlinx.coroutines.flow.StateFlow

/** Where a copy goes to and comes from: asked of her by the system's own page, which each shell gives. */
interface Files {
    /** A place for a new copy of this kind; none if she chose no place. */
    suspend fun newCopy(kind: CopyKind): CopyPlace?

    /** A place for a page that she shows someone, as a file of this name; none if she chose no place. */
    suspend fun newPage(name: String): CopyPlace?

    /** Where a copy lies; none if she chose none. */
    suspend fun openCopy(): CopyPlace?
}

/** What a copy is called until she calls it something else: it says nothing of what is in it. */
enum class CopyKind(val fileName: String) {
    SEALED("notebook.age"),
    OPEN("notebook.zip"),
}

/**
 * A place outside of the app that she chose: a phone gives an address, which the core can't read from or write to. What
 * lies behind it may be slow or never answer, so a shell waits for it on another thread, and whoever is cancelled waits
 * no longer. What is handed in runs on the caller's own. All fail with a [app.notebook.core.NotebookException] that says
 * why.
 */
interface CopyPlace {
    /**
     * Puts there what [make] writes as a new file of this path. Where something lies already it is left as it is, and
     * this fails with [app.notebook.core.NotebookException.AlreadyThere]. If it fails later, [remove] takes away what
     * there is of it.
     */
    suspend fun <T> put(make: (path: String) -> T): T

    /** Puts these bytes there in the same way, from memory: they lie nowhere else. */
    suspend fun put(bytes: ByteArray)

    /**
     * Takes away what [put] put there, if the place lets it be taken away, and the empty file that was made for it.
     * Answers whether nothing of what was put there is left.
     */
    suspend fun remove(): Boolean

    /** Lends out what lies there as a file of this path, for as long as [use] runs. */
    suspend fun <T> take(use: (path: String) -> T): T
}

/**
 * Whether earphones are in, so that only she hears what a screen reader says: digits of the number pad are said then
 * alone. A shell that can't tell says no.
 */
typealias Earphones = StateFlow<Boolean>

/** The phone's own keypad. A shell that has none gives none, and numbers are then only shown. */
fun interface Calls {
    /** Opens the keypad with this number put in: digits, with a `+` before them or not. It never calls by itself. */
    suspend fun dial(number: String)
}

/** What the phone does for reminders. Every call may take as long as the phone does. */
interface Alarms {
    /** How reminders stand on this phone now: asked anew each time. */
    fun phone(): ReminderPhone

    /** Makes the phone hold exactly these and nothing else. */
    suspend fun hold(entries: List<OutsideReminder>)

    /** Asks her for leave to show reminders; whether the phone lets it show them now. */
    suspend fun ask(): Boolean

    /** Opens the phone's page on being exact, where there is one. */
    suspend fun askExact()

    /** Shows one now, as a reminder would. */
    suspend fun tryNow(cover: String, sound: Boolean)

    /** Lets all of them go, and what lies outside, when everything is deleted. */
    suspend fun forget()
}

/** What she copies to put it into another app. */
fun interface Clips {
    /** Copies it, marked so that the phone shows it nowhere and keeps no list of it, as far as the phone can. */
    suspend fun copy(text: String)
}

/** The phone's own page for printing, which also makes a PDF. A shell that has none gives none, and none is offered. */
fun interface Printer {
    /** Prints a page of HTML from memory, and fetches nothing for it; whether she let it. */
    suspend fun print(html: ByteArray): Boolean
}

/** Keeps how the screens look and when they close, outside of any notebook: it says nothing of her. */
interface Looks {
    /** What was kept last. */
    fun load(): Look

    /** Keeps it. */
    fun save(look: Look)
}

/** How the screens look, what language they speak, and when they close by themselves. */
data class Look(
    val size: WordSize = WordSize.USUAL,
    val colours: Colours = Colours.PHONE,
    val closes: Closes = Closes.FIVE,
    val onScreen: OnScreenCloses = OnScreenCloses.TEN,
    /** The tag of the language; none is the phone's own. */
    val language: String? = null,
)

/** After how many minutes without a touch the notebook closes by itself. */
enum class Closes(val minutes: Int, val label: String) {
    ONE(1, Names.CLOSES_ONE),
    FIVE(5, Names.CLOSES_FIVE),
    FIFTEEN(15, Names.CLOSES_FIFTEEN),
}

/** After how many minutes a page closes by itself that someone reads on this screen. */
enum class OnScreenCloses(val minutes: Int) {
    TWO(2),
    FIVE(5),
    TEN(10),
    TWENTY(20),
}

/** How large the words are, on top of what the phone is set to. */
enum class WordSize(val factor: Float, val label: String) {
    USUAL(1f, Names.LOOK_SIZE_USUAL),
    LARGER(1.25f, Names.LOOK_SIZE_LARGER),
    LARGE(1.6f, Names.LOOK_SIZE_LARGE),
    LARGEST(2f, Names.LOOK_SIZE_LARGEST),
}

/** Light or dark. */
enum class Colours(val label: String) {
    LIGHT(Names.LOOK_LIGHT),
    DARK(Names.LOOK_DARK),
    PHONE(Names.LOOK_PHONE),
}
