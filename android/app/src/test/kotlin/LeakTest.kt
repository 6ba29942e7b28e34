package app.notebook.android

import android.content.ClipDescription
import android.content.ClipboardManager
import android.content.Intent
import android.content.pm.ActivityInfo
import android.content.pm.ApplicationInfo
import android.content.pm.ResolveInfo
import android.os.Bundle
import android.os.Parcel
import android.util.Log
import android.view.ActionMode
import android.view.View
import android.view.Window
import android.view.WindowManager.LayoutParams.FLAG_SECURE
import android.view.inputmethod.EditorInfo
import androidx.compose.ui.semantics.SemanticsActions
import app.notebook.ui.Names
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNull
import kotlin.test.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowLog

/** No word she typed reaches what others see: pictures of the screen, saved state, logs, titles, the keyboard. */
@RunWith(RobolectricTestRunner::class)
class LeakTest {
    @Test
    fun nobodyGetsAPictureOfTheWindow() = onPhone {
        see(Names.FIRST_WHAT_TITLE)
        assertTrue(activity.window.attributes.flags and FLAG_SECURE != 0)
    }

    @Test
    fun programsThatFillInFormsOrReadScreensGetNothing() = onPhone {
        val page = activity.window.decorView
        assertEquals(View.IMPORTANT_FOR_AUTOFILL_NO_EXCLUDE_DESCENDANTS, page.importantForAutofill)
        assertEquals(View.IMPORTANT_FOR_CONTENT_CAPTURE_NO_EXCLUDE_DESCENDANTS, page.importantForContentCapture)
        assertTrue((root as View).isAccessibilityDataSensitive)
    }

    @Test
    fun noWordIsInWhatTheSystemKeepsOfTheWindow() = onPhone {
        firstRun()
        write("Title with $WORD", "Text with $WORD in it.")
        bar(Names.BAR_WRITE)
        type(Names.WRITE_FIELD, "More with $WORD in it.")
        val seen = Bundle().apply { putString("seen", WORD) }
        assertTrue(bytesOf(seen).has(WORD), "the test sees what is kept")
        val kept = Bundle()
        system { pause().stop().saveInstanceState(kept) }
        assertFalse(bytesOf(kept).has(WORD))
        assertTrue(kept.isEmpty)
    }

    @Test
    fun noWordIsInALogATitleOrTheClipboard() = onPhone {
        firstRun()
        write("Title with $WORD", "Text with $WORD in it.")
        leave()
        comeBack()
        pin("000111")
        seeText("not right")
        assertFalse(isLogged(WORD))
        assertFalse(isLogged(Robot.PIN))
        assertFalse(isLogged("fernbook"))
        assertEquals("Notebook", activity.title)
        // The system's own name of the window: package and class.
        assertFalse(activity.window.attributes.title.contains(WORD))
        assertNull(activity.getSystemService(ClipboardManager::class.java).primaryClip)
        Log.i("test", WORD)
        assertTrue(isLogged(WORD), "the test sees what is logged")
    }

    @Test
    fun theKeyboardIsToldNotToLearnInEachField() = onPhone {
        firstRun()
        for (name in listOf(Names.WRITE_FIELD, Names.PAGE_NAME)) assertUnlearned(name)
        bar(Names.BAR_NOTES)
        tap(Names.LIST_BIN)
        bar(Names.BAR_WRITE)
        write("A title", "A text.")
        tap(Names.SAVE_NO)
        bar(Names.BAR_NOTES)
        tap(Names.LIST_FIND)
        assertUnlearned(Names.FIND_FIELD)
        bar(Names.BAR_CLOSE)
        tap(Names.UNLOCK_FORGOT)
        assertUnlearned(Names.UNLOCK_WORDS_FIELD)
    }

    @Test
    fun whatFailsIsToldToNoLog() = onPhone {
        see(Names.FIRST_WHAT_TITLE)
        application.failure = IllegalStateException("Text with $WORD in it.")
        application.runMainThread()
        assertTrue(hasEnded())
        assertFalse(isLogged(WORD))
    }

    @Test
    fun whatFailsOnAnotherThreadIsToldToNoLog() = onPhone {
        see(Names.FIRST_WHAT_TITLE)
        Thread { error("Text with $WORD in it.") }.apply { start() }.join()
        assertTrue(hasEnded())
        assertFalse(isLogged(WORD))
    }

    @Test
    fun overSelectedTextNoOtherAppIsOffered() = onPhone {
        offerAnotherApp()
        firstRun()
        type(Names.WRITE_FIELD, "Text with $WORD in it.")
        val offered = overSelectedText(Names.WRITE_FIELD)
        assertTrue(offered.isNotEmpty(), "the test sees what is offered")
        assertFalse(offered.contains(OTHER_APP), "$offered")
    }

    @Test
    fun whatSheCopiesIsMarkedNotToBeShown() = onPhone {
        firstRun()
        type(Names.WRITE_FIELD, "Text with $WORD in it.")
        val field = field(Names.WRITE_FIELD).config
        field[SemanticsActions.SetSelection].action?.invoke(0, 4, false)
        pump()
        field(Names.WRITE_FIELD).config[SemanticsActions.CopyText].action?.invoke()
        val clipboard = activity.getSystemService(ClipboardManager::class.java)
        until { clipboard.primaryClip != null }
        assertEquals("Text", clipboard.primaryClip?.getItemAt(0)?.text.toString())
        assertEquals(true, clipboard.primaryClipDescription?.extras?.getBoolean(ClipDescription.EXTRA_IS_SENSITIVE))
    }

    private fun Robot.assertUnlearned(name: String) {
        field(name).config[SemanticsActions.OnClick].action?.invoke()
        val asked = EditorInfo()
        until { (root as View).onCreateInputConnection(asked) != null }
        assertTrue(asked.imeOptions and EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING != 0, name)
    }

    /** Another app on the phone that wants to do something with any text. */
    private fun Robot.offerAnotherApp() {
        val app = ActivityInfo().apply {
            packageName = "app.other"
            name = "app.other.Look"
            exported = true
            applicationInfo = ApplicationInfo().also { it.packageName = "app.other" }
        }
        val offer = ResolveInfo().apply {
            activityInfo = app
            nonLocalizedLabel = OTHER_APP
        }
        val asked = Intent(Intent.ACTION_PROCESS_TEXT).setType("text/plain")
        @Suppress("DEPRECATION") shadowOf(activity.packageManager).addResolveInfoForIntent(asked, offer)
    }

    /** What the system shows over the text of a field that she selects. */
    private fun Robot.overSelectedText(name: String): List<String> {
        var shown: ActionMode? = null
        val window = activity.window
        window.callback =
            object : Window.Callback by window.callback {
                override fun onActionModeStarted(mode: ActionMode) {
                    shown = mode
                }
            }
        field(name).config[SemanticsActions.OnClick].action?.invoke()
        pump()
        field(name).config[SemanticsActions.SetSelection].action?.invoke(0, 4, false)
        field(name).config[SemanticsActions.OnLongClick].action?.invoke()
        until { shown != null }
        val menu = shown!!.menu
        return (0 until menu.size()).map { menu.getItem(it).title.toString() }
    }

    private fun isLogged(word: String) =
        ShadowLog.getLogs().any { "${it.tag} ${it.msg} ${it.throwable?.stackTraceToString()}".contains(word) }

    private fun bytesOf(kept: Bundle): ByteArray {
        val parcel = Parcel.obtain()
        kept.writeToParcel(parcel, 0)
        return parcel.marshall().also { parcel.recycle() }
    }

    /** As the system writes strings, and as files hold them. */
    private fun ByteArray.has(word: String) =
        listOf(Charsets.UTF_16LE, Charsets.UTF_8).any { of ->
            String(this, Charsets.ISO_8859_1).contains(String(word.toByteArray(of), Charsets.ISO_8859_1))
        }

    private companion object {
        const val WORD = "pomegranate"
        const val OTHER_APP = "Look it up"
    }
}
