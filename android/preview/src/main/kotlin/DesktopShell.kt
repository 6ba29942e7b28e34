package app.notebook.preview

import app.notebook.core.NotebookException
import app.notebook.core.Notebooks
import app.notebook.core.label
import app.notebook.ui.CopyKind
import app.notebook.ui.CopyPlace
import app.notebook.ui.Files
import app.notebook.ui.KeptLooks
import app.notebook.ui.Looks
import app.notebook.ui.NoSenses
import app.notebook.ui.Senses
import app.notebook.ui.Session
import java.awt.FileDialog
import java.awt.Frame
import java.io.IOException
import java.nio.file.FileAlreadyExistsException
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import kotlin.io.path.deleteIfExists
import kotlin.io.path.writeBytes
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

    /** In the place of what a phone does for reminders. */
    val alarms = DesktopAlarms(base.resolve("reminders"))

    /** Drives them. */
    fun session(files: Files, senses: Senses = NoSenses, language: String = "en") =
        Session(notebooks(), files, looks, language, senses = senses, alarms = alarms, clips = DesktopClips)

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
    override suspend fun newCopy(kind: CopyKind) = askForFile(FileDialog.SAVE, kind.fileName)?.let(::PathPlace)

    override suspend fun newPage(name: String) = askForFile(FileDialog.SAVE, name)?.let(::PathPlace)

    override suspend fun openCopy() = askForFile(FileDialog.LOAD)?.let(::PathPlace)
}

internal suspend fun askForFile(mode: Int, name: String? = null): Path? =
    withContext(Dispatchers.Main) {
        val dialog = FileDialog(null as Frame?, windowTitle(), mode)
        dialog.file = name
        dialog.isVisible = true
        dialog.file?.let { Path.of(dialog.directory.orEmpty(), it) }
    }

/** A place of a desktop has a path, which the core takes as it is. */
class PathPlace(private val file: Path) : CopyPlace {
    private var isOurs = false

    override suspend fun <T> put(make: (String) -> T): T = make(file.toString()).also { isOurs = true }

    override suspend fun put(bytes: ByteArray) {
        try {
            file.writeBytes(bytes, StandardOpenOption.CREATE_NEW)
            isOurs = true
        } catch (_: FileAlreadyExistsException) {
            throw NotebookException.AlreadyThere()
        } catch (_: IOException) {
            throw NotebookException.File()
        }
    }

    override suspend fun remove(): Boolean {
        if (isOurs) file.deleteIfExists()
        return true
    }

    override suspend fun <T> take(use: (String) -> T): T = use(file.toString())
}
