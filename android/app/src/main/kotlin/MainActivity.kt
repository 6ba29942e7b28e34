package app.notebook.android

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.content.IntentFilter
import android.os.Bundle
import android.os.Handler
import androidx.activity.ComponentActivity
import androidx.activity.addCallback
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import app.notebook.ui.NotebookApp
import app.notebook.ui.Session
import app.notebook.ui.back

/** The one window. Leaving it locks at once, but for a [Trip]; so does the screen going dark. */
class MainActivity : ComponentActivity() {
    private lateinit var session: Session
    private lateinit var trip: Trip
    private lateinit var picker: Picker
    private lateinit var question: PhoneQuestion
    private val home by lazy { application as NotebookApplication }
    private val files by lazy { home.files }
    private val senses by lazy { home.senses }

    private val dark =
        object : BroadcastReceiver() {
            override fun onReceive(context: Context, intent: Intent) {
                session.close()
            }
        }

    override fun onCreate(savedInstanceState: Bundle?) {
        // Nothing is taken up from before.
        super.onCreate(null)
        keepPrivate()
        enableEdgeToEdge()
        home.window = this
        session = home.session
        trip = Trip(session)
        picker = Picker(this, trip)
        files.picker = picker
        question = PhoneQuestion(this, trip)
        senses.question = question
        // Only the system can send this one.
        registerReceiver(dark, IntentFilter(Intent.ACTION_SCREEN_OFF))
        onBackPressedDispatcher.addCallback { if (!session.back()) moveTaskToBack(true) }
        setContent { KeptByNobody { NotebookApp(session, LETTERS, ::closeAndEnd) } }
    }

    override fun onStart() {
        super.onStart()
        trip.back()
    }

    /** The icon was tapped. Whoever did that need not be she who went to a page of the system's. */
    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        session.close()
    }

    override fun onStop() {
        if (!trip.leave()) session.close()
        super.onStop()
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        outState.clear()
    }

    override fun onDestroy() {
        unregisterReceiver(dark)
        // Another window may be there already.
        if (files.picker === picker) files.picker = null
        if (home.window === this) home.window = null
        if (senses.question === question) senses.question = null
        session.close()
        super.onDestroy()
    }

    /**
     * Strings of the JVM can't be zeroed: once it is locked, the process ends. It ends too if something hangs and it can't
     * be locked; what was saved is safe.
     */
    private fun closeAndEnd() {
        val later = Handler(mainLooper)
        val end = Runnable {
            finishAndRemoveTask()
            files.clear()
            endProcess()
        }
        later.postDelayed(end, LONGEST_TO_LOCK_MS)
        session.close().invokeOnCompletion { later.post(end) }
    }

    internal companion object {
        /** How long Close waits until it is locked. */
        const val LONGEST_TO_LOCK_MS = 3_000L
    }
}
