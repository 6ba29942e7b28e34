package app.notebook.preview

import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.type
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import androidx.compose.ui.window.Window
import androidx.compose.ui.window.application
import androidx.compose.ui.window.rememberWindowState
import app.notebook.ui.NotebookApp
import app.notebook.ui.Session
import app.notebook.ui.back
import java.util.Locale
import kotlinx.coroutines.launch

/**
 * The notebook in a window of a phone's size, over the real core: in the language that is named, or else in the
 * desktop's own, until she chooses one.
 */
fun main(args: Array<String>) = application {
    val language = args.firstOrNull() ?: Locale.getDefault().toLanguageTag()
    val session = remember {
        Home.ofThisMachine().session(DialogFiles(), DesktopSenses(), language).also(Session::start)
    }
    val scope = rememberCoroutineScope()
    Window(
        onCloseRequest = {
            scope.launch {
                session.close().join()
                exitApplication()
            }
        },
        state = rememberWindowState(size = DpSize(412.dp, 892.dp)),
        title = windowTitle(),
        // Escape is the phone's own way back.
        onKeyEvent = { it.type == KeyEventType.KeyDown && it.key == Key.Escape && session.back() },
    ) {
        NotebookApp(session, LETTERS)
    }
}
