package app.notebook.core

import java.nio.file.Path
import kotlin.io.path.createTempDirectory

const val PIN = "314159"
const val SECOND_PIN = "271828"
const val WRONG_PIN = "161803"

/** A phone with a real folder for the notebooks, and room beside it. */
class Phone : AutoCloseable {
    val device = TestDevice()
    private val root: Path = createTempDirectory("phone")
    val folder: Path = root.resolve("notebook")

    var notebooks = another()
        private set

    /** What another app, or a second copy of this one, would have. */
    fun another() = Notebooks(folder.toString(), device)

    /** Makes one notebook and opens it. */
    fun begin(): Phone {
        notebooks.make(PIN)
        notebooks.unlock(PIN)
        return this
    }

    /** The app is killed with no time to lock, and started again. */
    fun kill() {
        notebooks.close()
        notebooks = another()
    }

    /** Locks, and opens with this PIN. */
    fun reopen(pin: String = PIN) {
        notebooks.lock()
        notebooks.unlock(pin)
    }

    /** The path of something beside the notebooks. */
    fun beside(name: String): Path = root.resolve(name)

    override fun close() {
        notebooks.close()
        root.toFile().deleteRecursively()
    }
}

// The calls as the tests make them: secrets as text, and in English.

fun Notebooks.make(pin: String, pack: Pack = Pack.FULL, second: String? = null) =
    make(pin.encodeToByteArray(), pack, second?.encodeToByteArray(), "en")

fun Notebooks.unlock(pin: String) = unlock(pin.encodeToByteArray())

fun Notebooks.changePin(pin: String) = changePin(pin.encodeToByteArray())

fun Notebooks.recover(words: Iterable<String>, pin: String) =
    recover(words.joinToString(" ").encodeToByteArray(), pin.encodeToByteArray())

fun Notebooks.add(text: String, title: String? = null, topics: List<String> = listOf()) =
    addNote(title, text, topics)

fun Notebooks.list(topic: String? = null, after: NoteId? = null) = notes("en", topic, after)

fun Notebooks.binned(after: NoteId? = null) = bin("en", after)

fun Notebooks.page(id: NoteId) = note("en", id)

fun Notebooks.find(text: String, topic: String? = null, after: NoteId? = null) = search("en", text, topic, after)

val Iterable<Line>.ids
    get() = map { it.id }

/** Without the invisible marks that keep text of another direction in its place. */
fun String.unmarked() = filterNot { it in '\u2066'..'\u2069' }
