package app.notebook.android

import android.app.Activity
import android.content.ClipDescription
import android.os.Build
import android.os.PersistableBundle
import android.view.View
import android.view.WindowManager.LayoutParams.FLAG_SECURE
import android.view.inputmethod.EditorInfo
import androidx.compose.foundation.ComposeFoundationFlags
import androidx.compose.foundation.ExperimentalFoundationApi
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.text.contextmenu.data.TextContextMenuKeys
import androidx.compose.foundation.text.contextmenu.modifier.filterTextContextMenuComponents
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.LocalSaveableStateRegistry
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.ClipEntry
import androidx.compose.ui.platform.Clipboard
import androidx.compose.ui.platform.InterceptPlatformTextInput
import androidx.compose.ui.platform.LocalClipboard
import androidx.compose.ui.platform.PlatformTextInputInterceptor
import androidx.compose.ui.platform.PlatformTextInputMethodRequest

/** No picture of the window, in recents or anywhere; nothing of it to programs that fill in forms or read screens. */
internal fun Activity.keepPrivate() {
    window.addFlags(FLAG_SECURE)
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) setRecentsScreenshotEnabled(false)
    val page = window.decorView
    page.importantForAutofill = View.IMPORTANT_FOR_AUTOFILL_NO_EXCLUDE_DESCENDANTS
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
        page.importantForContentCapture = View.IMPORTANT_FOR_CONTENT_CAPTURE_NO_EXCLUDE_DESCENDANTS
    }
    // What is made for people who need it (a screen reader, a switch) still gets all.
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.UPSIDE_DOWN_CAKE) {
        page.setAccessibilityDataSensitive(View.ACCESSIBILITY_DATA_SENSITIVE_YES)
    }
}

/** No program of the system looks at the text she selects, to guess what it is. To be called before anything is drawn. */
@OptIn(ExperimentalFoundationApi::class)
internal fun guessAtNoText() {
    ComposeFoundationFlags.isSmartSelectionEnabled = false
}

/**
 * What is drawn inside goes nowhere unless she copies it: keyboards are told not to learn from it, the system keeps none
 * of it, and over selected text no other app is offered. What she copies is marked for the system not to show.
 */
@OptIn(ExperimentalComposeUiApi::class)
@Composable
internal fun KeptByNobody(content: @Composable () -> Unit) =
    InterceptPlatformTextInput(unlearned) {
        val clipboard = LocalClipboard.current
        CompositionLocalProvider(
            LocalSaveableStateRegistry provides null,
            LocalClipboard provides remember(clipboard) { HidingClipboard(clipboard) },
        ) {
            Box(Modifier.filterTextContextMenuComponents { isHerOwn(it.key) }) { content() }
        }
    }

/** Whether a choice over selected text, by its key, is one of her own. Others would hand the text to another app. */
internal fun isHerOwn(choice: Any) =
    TextContextMenuKeys.run { choice in setOf(CutKey, CopyKey, PasteKey, SelectAllKey) }

/** Marks what goes into it, so that the system shows none of it when it is copied. */
private class HidingClipboard(private val inner: Clipboard) : Clipboard by inner {
    override suspend fun setClipEntry(clipEntry: ClipEntry?) {
        clipEntry?.clipData?.description?.run {
            extras = (extras ?: PersistableBundle()).apply { putBoolean(ClipDescription.EXTRA_IS_SENSITIVE, true) }
        }
        inner.setClipEntry(clipEntry)
    }
}

@OptIn(ExperimentalComposeUiApi::class)
private val unlearned = PlatformTextInputInterceptor { request, next ->
    next.startInputMethod(
        PlatformTextInputMethodRequest { field ->
            request.createInputConnection(field).also {
                field.imeOptions = field.imeOptions or EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING
            }
        }
    )
}
