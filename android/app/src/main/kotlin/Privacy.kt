package app.notebook.android

import android.app.Activity
import android.os.Build
import android.view.View
import android.view.WindowManager.LayoutParams.FLAG_SECURE
import android.view.inputmethod.EditorInfo
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.saveable.LocalSaveableStateRegistry
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.platform.InterceptPlatformTextInput
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

/** All that is drawn inside leaves nothing behind: no keyboard learns from it, and the system keeps none of it. */
@OptIn(ExperimentalComposeUiApi::class)
@Composable
internal fun KeptByNobody(content: @Composable () -> Unit) =
    InterceptPlatformTextInput(unlearned) {
        CompositionLocalProvider(LocalSaveableStateRegistry provides null, content = content)
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
