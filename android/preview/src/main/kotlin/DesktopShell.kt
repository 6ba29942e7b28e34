package app.notebook.preview

import app.notebook.core.Notebooks
import app.notebook.core.label
import app.notebook.ui.Colours
import app.notebook.ui.Files
import app.notebook.ui.Look
import app.notebook.ui.Looks
import app.notebook.ui.Session
import app.notebook.ui.WordSize
import java.awt.FileDialog
import java.awt.Frame
import java.nio.file.Path
import java.util.Properties
import kotlin.io.path.createParentDirectories
import kotlin.io.path.exists
import kotlin.io.path.inputStream
import kotlin.io.path.outputStream
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
    fun session(files: Files) = Session(notebooks(), files, looks)

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
    override suspend fun newCopy() = ask(FileDialog.SAVE)

    override suspend fun openCopy() = ask(FileDialog.LOAD)

    private suspend fun ask(mode: Int): String? =
        withContext(Dispatchers.Main) {
            val dialog = FileDialog(null as Frame?, windowTitle(), mode)
            if (mode == FileDialog.SAVE) dialog.file = "notebook.age"
            dialog.isVisible = true
            dialog.file?.let { Path.of(dialog.directory.orEmpty(), it).toString() }
        }
}

private class KeptLooks(private val file: Path) : Looks {
    override fun load(): Look {
        if (!file.exists()) return Look()
        val kept = Properties().apply { file.inputStream().use(::load) }
        val size = WordSize.entries.firstOrNull { it.name == kept["size"] }
        val colours = Colours.entries.firstOrNull { it.name == kept["colours"] }
        return Look(size ?: WordSize.USUAL, colours ?: Colours.PHONE)
    }

    override fun save(look: Look) {
        val kept = Properties()
        kept["size"] = look.size.name
        kept["colours"] = look.colours.name
        file.createParentDirectories().outputStream().use { kept.store(it, null) }
    }
}
