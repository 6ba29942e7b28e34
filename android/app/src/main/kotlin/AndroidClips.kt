package app.notebook.android

import android.content.ClipData
import android.content.ClipDescription
import android.content.ClipboardManager
import android.content.Context
import android.os.Build
import android.os.PersistableBundle
import app.notebook.ui.Clips
import java.util.UUID
import kotlin.time.Duration
import kotlin.time.Duration.Companion.minutes
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

/**
 * The phone's clipboard. What goes into it is marked: the phone shows none of it, and keyboards that heed it keep none.
 * [stays] later it is taken out again, whether the notebook is open then or not.
 */
internal class AndroidClips(private val context: Context, private val stays: Duration = 1.minutes) : Clips {
    // Of no notebook: Close must not end it.
    private val scope = CoroutineScope(Dispatchers.Main)
    private var clearing: Job? = null
    private var pending: String? = null

    private val clipboard
        get() = context.getSystemService(ClipboardManager::class.java)

    override suspend fun copy(text: String) =
        withContext(Dispatchers.Main) {
            // Her words are not held for it: ours is known by a mark that says nothing.
            val mark = UUID.randomUUID().toString()
            val clip = ClipData.newPlainText("", text)
            clip.description.extras =
                PersistableBundle().apply {
                    putBoolean(ClipDescription.EXTRA_IS_SENSITIVE, true)
                    putString(MARK, mark)
                }
            clipboard.setPrimaryClip(clip)
            pending = mark
            clearing?.cancel()
            clearing = scope.launch { clearLater(mark) }
        }

    /** Android shows what is there only to the app in front: while another is, it is tried again for an hour. */
    private suspend fun clearLater(mark: String) {
        delay(stays)
        repeat(TRIES) {
            val there = clipboard.primaryClipDescription
            if (there != null) {
                if (there.extras?.getString(MARK) == mark) clear()
                return
            }
            delay(PAUSE)
        }
    }

    /** Takes out what was put there, as nobody is here any more to do it later. */
    fun clearNow() {
        if (markThere != null) clear()
    }

    /** Takes out what was put there before this program was started: its end came first. */
    fun clearLeft() {
        if (markThere != null && markThere != pending) clear()
    }

    private val markThere
        get() = clipboard.primaryClipDescription?.extras?.getString(MARK)

    private fun clear() {
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) clipboard.clearPrimaryClip()
        else clipboard.setPrimaryClip(ClipData.newPlainText("", ""))
    }

    private companion object {
        const val MARK = "app.notebook.mark"
        const val TRIES = 720
        val PAUSE = 5.seconds
    }
}
