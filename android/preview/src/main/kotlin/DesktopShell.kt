package app.notebook.preview

import app.notebook.core.Notebooks
import app.notebook.core.label
import app.notebook.ui.Closes
import app.notebook.ui.Colours
import app.notebook.ui.Files
import app.notebook.ui.Look
import app.notebook.ui.Looks
import app.notebook.ui.NoSenses
import app.notebook.ui.Senses
import app.notebook.ui.Session
import app.notebook.ui.WordSize
import java.awt.FileDialog
import java.awt.Frame
import java.nio.file.Path
import java.util.Properties
import kotlin.io.path.createParentDirectories
import kotlin.io.path.exists
import kotlin.io.path.inputStream
import kotlin.io.path.writeText
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** Where the preview keeps what: the notebook, and beside it the keys and how the screens look. */
class Home(private val base: Path) {
    private val notebook: Path = base.resolve("notebook")

    /** How the screens look. */
    val looks: Looks = KeptLooks(base.resolve("look.properties"))

    /** The notebooks of this folder. */
    fun notebooks(phone: DesktopPhone = DesktopPhone(base.resolve("device"))) =
        Notebooks(notebook.toString(), phone)

    /** Drives them. */
    fun session(files: Files, senses: Senses = NoSenses, language: String = "en") =
        Session(notebooks(), files, looks, language, senses = senses)

    companion object {
        /** The folder named by NOTEBOOK_PREVIEW_DIR, or one among this person's data. */
        fun ofThisMachine(): Home {
            val named = System.getenv("NOTEBOOK_PREVIEW_DIR")?.let(Path::of)
            val data = System.getenv("XDG_DATA_HOME")?.let(Path::of) ?: Path.of(System.getProperty("user.home"), ".local/share")
            return Home(named ?: data.resolve("notebook-preview"))
        }
    }
}

/** What the window is called, as the label under an icon: nothing of what is in it. */
fun windowTitle(): String = label()

/** Asks by the desktop's own file dialog, on the thread that such dialogs need. */
class DialogFiles : Files {
    override suspend fun newCopy() = askForFile(FileDialog.SAVE)?.toString()

    override suspend fun openCopy() = askForFile(FileDialog.LOAD)?.toString()
}

internal suspend fun askForFile(mode: Int): Path? =
    withContext(Dispatchers.Main) {
        val dialog = FileDialog(null as Frame?, windowTitle(), mode)
        if (mode == FileDialog.SAVE) dialog.file = "notebook.age"
        dialog.isVisible = true
        dialog.file?.let { Path.of(dialog.directory.orEmpty(), it) }
    }

private class KeptLooks(private val file: Path) : Looks {
    override fun load(): Look {
        if (!file.exists()) return Look()
        val kept = Properties().apply { file.inputStream().use(::load) }
        val size = WordSize.entries.firstOrNull { it.name == kept["size"] }
        val colours = Colours.entries.firstOrNull { it.name == kept["colours"] }
        val closes = Closes.entries.firstOrNull { it.name == kept["closes"] }
        val language = kept.getProperty("language")
        return Look(size ?: WordSize.USUAL, colours ?: Colours.PHONE, closes ?: Closes.FIVE, language)
    }

    override fun save(look: Look) {
        // Not by Properties, which would write down when.
        val kept = listOf("size" to look.size.name, "colours" to look.colours.name, "closes" to look.closes.name)
        val all = kept + listOfNotNull(look.language?.let { "language" to it })
        file.createParentDirectories().writeText(all.joinToString("") { (name, value) -> "$name=$value\n" })
    }
}
