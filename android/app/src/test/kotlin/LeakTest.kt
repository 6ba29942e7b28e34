package app.notebook.android

import android.content.ClipData
import android.content.ClipDescription
import android.content.ClipboardManager
import android.os.Bundle
import android.os.Parcel
import android.util.Log
import android.view.View
import android.view.WindowManager.LayoutParams.FLAG_SECURE
import android.view.inputmethod.EditorInfo
import android.view.inputmethod.InputConnection
import androidx.compose.foundation.ComposeFoundationFlags
import androidx.compose.foundation.ExperimentalFoundationApi
import androidx.compose.foundation.text.contextmenu.data.ProcessTextKey
import androidx.compose.foundation.text.contextmenu.data.TextContextMenuKeys
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import app.notebook.ui.Names
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNull
import kotlin.test.assertTrue
import kotlin.time.Duration
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.shadows.ShadowLog

/** No word she typed reaches what others see: pictures of the screen, saved state, logs, titles, the keyboard. */
@OptIn(ExperimentalFoundationApi::class)
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
        home()
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
        home()
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
    fun overSelectedTextNoOtherAppIsOffered() {
        TextContextMenuKeys.run { listOf(CutKey, CopyKey, PasteKey, SelectAllKey) }.forEach { assertTrue(isHerOwn(it)) }
        // Another app that takes any text, and what fills in forms.
        assertFalse(isHerOwn(ProcessTextKey(0)) || isHerOwn(TextContextMenuKeys.AutofillKey))
    }

    @Test
    fun noProgramGuessesAtSelectedText() = onPhone {
        see(Names.FIRST_WHAT_TITLE)
        assertFalse(ComposeFoundationFlags.isSmartSelectionEnabled)
    }

    @Test
    fun whatSheCopiesIsMarkedNotToBeShown() = onPhone {
        firstRun()
        type(Names.WRITE_FIELD, "Text with $WORD in it.")
        select(Names.WRITE_FIELD).performContextMenuAction(android.R.id.copy)
        val clipboard = activity.getSystemService(ClipboardManager::class.java)
        until { clipboard.primaryClip != null }
        assertEquals("Text", clipboard.primaryClip?.getItemAt(0)?.text.toString())
        assertEquals(true, clipboard.primaryClipDescription?.extras?.getBoolean(ClipDescription.EXTRA_IS_SENSITIVE))
    }

    @Test
    fun whatAPageCopiesForHerIsMarkedToo() = onPhone {
        CoroutineScope(Dispatchers.IO).launch { AndroidClips(application).copy("Please ring me") }
        val clipboard = activity.getSystemService(ClipboardManager::class.java)
        until { clipboard.primaryClip != null }
        assertEquals("Please ring me", clipboard.primaryClip?.getItemAt(0)?.text.toString())
        assertEquals(true, clipboard.primaryClipDescription?.extras?.getBoolean(ClipDescription.EXTRA_IS_SENSITIVE))
        assertEquals("", clipboard.primaryClipDescription?.label.toString())
    }

    @Test
    fun whatAPageCopiedIsTakenOutAgain() = onPhone {
        val clips = AndroidClips(application, stays = Duration.ZERO)
        val copied = CoroutineScope(Dispatchers.IO).launch { clips.copy("Please ring me") }
        until { copied.isCompleted && activity.getSystemService(ClipboardManager::class.java).primaryClip == null }
    }

    @Test
    fun whatAPageCopiedGoesWithCloseOrAtTheNextStart() = onPhone {
        firstRun()
        val clipboard = activity.getSystemService(ClipboardManager::class.java)
        copyForHer(application.clips, clipboard)
        system { windowFocusChanged(true) }
        assertTrue(clipboard.primaryClip != null, "it is there to be pasted")
        bar(Names.BAR_CLOSE)
        until { hasEnded() && clipboard.primaryClip == null }
        openAgain()
        copyForHer(AndroidClips(application), clipboard)
        system { windowFocusChanged(true) }
        assertTrue(clipboard.primaryClip == null, "the program that put it there has ended")
        clipboard.setPrimaryClip(ClipData.newPlainText("", "A recipe"))
        system { windowFocusChanged(true) }
        assertEquals("A recipe", clipboard.primaryClip?.getItemAt(0)?.text.toString())
    }

    private fun Robot.copyForHer(clips: AndroidClips, clipboard: ClipboardManager) {
        val copied = CoroutineScope(Dispatchers.IO).launch { clips.copy("Please ring me") }
        until { copied.isCompleted }
        assertTrue(clipboard.primaryClip != null)
    }

    private fun Robot.assertUnlearned(name: String) {
        field(name).config[SemanticsActions.OnClick].action?.invoke()
        val asked = EditorInfo()
        until { (root as View).onCreateInputConnection(asked) != null }
        assertTrue(asked.imeOptions and EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING != 0, name)
    }

    /** Selects the first word of a field, by the keyboard. */
    private fun Robot.select(name: String): InputConnection {
        system { windowFocusChanged(true) }
        field(name).config[SemanticsActions.OnClick].action?.invoke()
        until { (root as View).onCreateInputConnection(EditorInfo()) != null }
        val keyboard = (root as View).onCreateInputConnection(EditorInfo())
        keyboard.setSelection(0, 4)
        until { field(name).config.getOrNull(SemanticsProperties.TextSelectionRange)?.length == 4 }
        return keyboard
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
    }
}
