package app.notebook.preview

import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.unit.Density
import androidx.compose.ui.use
import app.notebook.core.languages
import app.notebook.ui.Colours
import app.notebook.ui.Look
import app.notebook.ui.Looks
import app.notebook.ui.NotebookApp
import app.notebook.ui.Pauses
import app.notebook.ui.Session
import java.io.File
import java.nio.file.Files
import kotlin.system.exitProcess
import kotlin.time.Duration.Companion.milliseconds
import org.jetbrains.skia.EncodedImageFormat

/** How the pictures of one folder differ. */
private enum class Manner(
    val colours: Colours = Colours.LIGHT,
    val words: Float = 1f,
    val language: String = "en",
    val width: Int = 412,
    val height: Int = 892,
) {
    LIGHT,
    DARK(Colours.DARK),
    LARGE(words = 2f),
    SMALL_LARGE(words = 2f, width = 320, height = 640),
    LONG(language = "en-XA", width = 360, height = 740),
    RIGHT_TO_LEFT(language = "ar-XB"),
    LANDSCAPE(width = 780, height = 360),
}

/**
 * Draws every screen without a display into a folder, with real notes from the real core: in English and in the two
 * made-up languages. Behind the folder may stand the manners that are wanted, and a language for all of them.
 */
object Pictures {
    @JvmStatic
    fun main(args: Array<String>) {
        val into = File(args.firstOrNull() ?: "target/pictures")
        val (named, tags) = args.drop(1).partition { word -> Manner.entries.any { it.name == word } }
        val manners = named.map(Manner::valueOf).ifEmpty { Manner.entries }
        manners.groupBy { tags.firstOrNull() ?: it.language }.forEach { (language, alike) ->
            check(languages().any { it.tag == language }) { "There is no language $language in this library." }
            walk(language, alike, into)
        }
        exitProcess(0)
    }

    private fun walk(language: String, manners: List<Manner>, into: File) {
        val base = Files.createTempDirectory("pictures")
        val looks = NowLooks()
        val copies = OneCopy(base.resolve("copy.age"))
        val notebooks = Home(base).notebooks(DesktopPhone(base.resolve("device"), CHEAP))
        val session =
            Session(
                notebooks,
                copies,
                looks,
                language,
                pauses = Pauses(rest = 1.milliseconds),
                senses = WalkSenses,
                biometrics = WalkBiometrics(),
                alarms = DesktopAlarms(base.resolve("reminders")),
                clips = {},
            )
        try {
            Walk(session, copies) { name -> manners.forEach { draw(session, it, name, into) } }.all()
        } finally {
            base.toFile().deleteRecursively()
        }
    }

    private fun draw(session: Session, manner: Manner, name: String, into: File) {
        session.look(Look(colours = manner.colours))
        val (width, height) = (manner.width * 2) to (manner.height * 2)
        val file = into.resolve(manner.name.lowercase()).apply { mkdirs() }.resolve("$name.png")
        ImageComposeScene(width, height, Density(2f, manner.words)) { NotebookApp(session, LETTERS) }.use { scene ->
            // A field's label settles in the second frame.
            scene.render()
            file.writeBytes(scene.render(SETTLED).encodeToData(EncodedImageFormat.PNG)!!.bytes)
        }
    }

    /** Memory of a small phone: the cost of a PIN is chosen by it, and pictures need none. */
    private const val CHEAP = 1L shl 30
    private const val SETTLED = 500_000_000L
}

private class NowLooks : Looks {
    override fun load() = Look()

    override fun save(look: Look) = Unit
}
