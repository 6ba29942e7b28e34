package app.notebook.ui

import java.io.IOException

/** Opens the page with what the camera sees, if the phone lends it. */
fun Session.takePicture() {
    act {
        if (now.value.screen is AddTo) {
            whenLent(Lent.CAMERA) { (now.value.screen as? AddTo)?.let { show(Looking(it)) } }
        }
    }
}

/** Takes what the camera sees now, and keeps it in the note. */
fun Session.snap() {
    act {
        val at = now.value.screen as? Looking ?: return@act
        val camera = senses.camera ?: return@act
        // A second tap is no second picture.
        if (now.value.busy != null) return@act
        busy(Names.NOW_WORKING)
        try {
            keepPicture(camera.take(), at.to)
        } catch (_: IOException) {
            update { it.copy(busy = null, notice = Notice(text(Names.TAKE_FAILED), trouble = true)) }
        }
    }
}
