package app.notebook.android

import android.graphics.Bitmap
import android.graphics.Canvas
import app.notebook.ui.Names
import java.io.File
import kotlin.test.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment

/** Draws the real window as it is on a phone into target/pictures, in each manner. */
@RunWith(RobolectricTestRunner::class)
class PicturesTest {
    private val folder = File("target/pictures")

    /** How the pictures of one folder differ. */
    private enum class Manner(val qualifiers: String, val words: Float = 1f) {
        LIGHT("en-ldltr-notnight"),
        DARK("en-ldltr-night"),
        LARGE("en-ldltr-notnight", words = 2f),
        RIGHT_TO_LEFT("ar-ldrtl-notnight"),
    }

    @Test
    fun thePagesAreDrawnInEachManner() = onPhone {
        folder.deleteRecursively()
        see(Names.FIRST_WHAT_TITLE)
        draw("first")
        firstRun()
        draw("write")
        write("The allotment", "Beans are up. I took the early bus and it was quiet.")
        draw("offer-copy")
        tap(Names.SAVE_NO)
        write("A good hour", "Tea by the window. The neighbour's cat came by.")
        bar(Names.BAR_NOTES)
        draw("notes")
        tapText("The allotment")
        see(Names.PAGE_CHANGE)
        draw("note")
        bar(Names.BAR_MORE)
        draw("more")
        tap(Names.MORE_LIMITS)
        draw("limits")
        leave()
        comeBack()
        see(Names.UNLOCK_TITLE)
        draw("unlock")
        val drawn = folder.walk().filter { it.extension == "png" }.toList()
        assertTrue(drawn.size == Manner.entries.size * 8)
        // One colour alone, and a picture is a few hundred bytes.
        assertTrue(drawn.all { it.length() > 5_000 })
    }

    private fun Robot.draw(name: String) {
        for (manner in Manner.entries) {
            RuntimeEnvironment.setQualifiers("+${manner.qualifiers}")
            RuntimeEnvironment.setFontScale(manner.words)
            system { configurationChange() }
            repeat(SETTLED_MS) { pump() }
            val page = activity.window.decorView
            val picture = Bitmap.createBitmap(page.width, page.height, Bitmap.Config.ARGB_8888)
            page.draw(Canvas(picture))
            val file = folder.resolve(manner.name.lowercase()).apply { mkdirs() }.resolve("$name.png")
            file.outputStream().use { picture.compress(Bitmap.CompressFormat.PNG, 100, it) }
        }
        RuntimeEnvironment.setQualifiers("+${Manner.LIGHT.qualifiers}")
        RuntimeEnvironment.setFontScale(1f)
        system { configurationChange() }
    }

    private companion object {
        /** Of the phone's clock: a few frames. */
        const val SETTLED_MS = 100
    }
}
