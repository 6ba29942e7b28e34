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
import kotlinx.coroutines.launch

/** The notebook in a window of a phone's size, over the real core. */
fun main() = application {
    val session = remember { Home.ofThisMachine().session(DialogFiles(), DesktopSenses()).also(Session::start) }
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
        NotebookApp(session)
    }
}
