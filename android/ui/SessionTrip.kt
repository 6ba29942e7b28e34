package app.notebook.ui

import app.notebook.core.NotebookException
import kotlinx.coroutines.Job

/**
 * Lets go of all files while she is on a short way out of the app that she began herself, such as to choose a place for
 * a copy. The key stays in memory: whoever calls this sees to it that [resume] or [Session.close] comes soon.
 */
fun Session.suspend(): Job = act { notebooks.suspend() }

/** Takes the files again. If they can't be had it locks, so that she has a way in again. */
fun Session.resume(): Job = act {
    try {
        notebooks.resume()
        renewIfOpen()
    } catch (_: NotebookException) {
        close()
    }
}
