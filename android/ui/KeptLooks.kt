package app.notebook.ui

import java.nio.file.Path
import java.util.Properties
import kotlin.io.path.createParentDirectories
import kotlin.io.path.exists
import kotlin.io.path.inputStream
import kotlin.io.path.writeText

/** Keeps how the screens look in a small file that lies beside the notebooks. */
class KeptLooks(private val file: Path) : Looks {
    override fun load(): Look {
        if (!file.exists()) return Look()
        val kept = Properties().apply { file.inputStream().use(::load) }
        val size = WordSize.entries.firstOrNull { it.name == kept["size"] }
        val colours = Colours.entries.firstOrNull { it.name == kept["colours"] }
        val closes = Closes.entries.firstOrNull { it.name == kept["closes"] }
        val onScreen = OnScreenCloses.entries.firstOrNull { it.name == kept[ON_SCREEN] }
        val language = kept.getProperty("language")
        val usual = Look()
        return Look(
            size ?: usual.size,
            colours ?: usual.colours,
            closes ?: usual.closes,
            onScreen ?: usual.onScreen,
            language,
        )
    }

    override fun save(look: Look) {
        // Not by Properties, which would write down when.
        val kept = listOf("size" to look.size.name, "colours" to look.colours.name, "closes" to look.closes.name)
        val all = kept + (ON_SCREEN to look.onScreen.name) + listOfNotNull(look.language?.let { "language" to it })
        file.createParentDirectories().writeText(all.joinToString("") { (name, value) -> "$name=$value\n" })
    }

    private companion object {
        val ON_SCREEN = Look::onScreen.name
    }
}
