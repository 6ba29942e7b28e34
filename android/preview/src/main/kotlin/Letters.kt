package app.notebook.preview

import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.platform.Font

/** The letters of the screens, which `./dev letters` fetches. */
val LETTERS =
    FontFamily(
        letters("atkinson_regular", FontWeight.Normal),
        letters("atkinson_medium", FontWeight.Medium),
        letters("atkinson_bold", FontWeight.Bold),
    )

private fun letters(name: String, weight: FontWeight) = Font(name, resource("font/$name.ttf"), weight)

/** What lies beside the classes. */
internal fun resource(name: String): ByteArray =
    checkNotNull(Home::class.java.classLoader.getResourceAsStream(name)) { "$name is not there: ./dev letters" }
        .use { it.readAllBytes() }
