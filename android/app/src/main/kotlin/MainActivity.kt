package app.notebook.android

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.content.IntentFilter
import android.os.Build
import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.addCallback
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import app.notebook.ui.NotebookApp
import app.notebook.ui.Session
import app.notebook.ui.back
import kotlinx.coroutines.FlowPreview
import kotlinx.coroutines.MainScope
import kotlinx.coroutines.flow.debounce
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import kotlinx.coroutines.selects.select

/** The one window. Leaving it locks at once, but for a [Trip]; so does the screen going dark. */
class MainActivity : ComponentActivity() {
    private lateinit var session: Session
    private lateinit var trip: Trip
    private lateinit var picker: Picker
    private lateinit var question: PhoneQuestion
    private lateinit var page: PhonePage
    private lateinit var paper: Paper
    private val home by lazy { application as NotebookApplication }
    private val files by lazy { home.files }
    private val senses by lazy { home.senses }
    private val alarms by lazy { home.alarms }

    private val dark = told { session.close() }

    /** The button or the stroke for home, or for the list of apps: no one tells of it but for this. */
    private val elsewhere = told { trip.stray() }

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
        alarms.question = question
        page = PhonePage(this, trip)
        alarms.page = page
        paper = Paper(this, trip)
        home.printer?.paper = paper
        listen()
        onBackPressedDispatcher.addCallback { if (!session.back()) moveTaskToBack(true) }
        setContent { KeptByNobody { NotebookApp(session, LETTERS, ::closeAndEnd) } }
    }

    private fun listen() {
        // Only the system can send this one.
        registerReceiver(dark, IntentFilter(Intent.ACTION_SCREEN_OFF))
        @Suppress("DEPRECATION") val astray = IntentFilter(Intent.ACTION_CLOSE_SYSTEM_DIALOGS)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
            registerReceiver(elsewhere, astray, RECEIVER_NOT_EXPORTED)
        } else {
            // Another app could send it too: it would lock.
            registerReceiver(elsewhere, astray)
        }
    }

    override fun onResume() {
        super.onResume()
        trip.back()
    }

    override fun onWindowFocusChanged(hasFocus: Boolean) {
        super.onWindowFocusChanged(hasFocus)
        // Only now the phone tells what is on the clipboard.
        if (hasFocus) home.clips.clearLeft()
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
        listOf(dark, elsewhere).forEach(::unregisterReceiver)
        // Another window may be there already.
        if (files.picker === picker) files.picker = null
        if (home.window === this) home.window = null
        if (senses.question === question) senses.question = null
        if (alarms.question === question) alarms.question = null
        if (alarms.page === page) alarms.page = null
        if (home.printer?.paper === paper) home.printer?.paper = null
        session.close()
        super.onDestroy()
    }

    /**
     * Strings of the JVM can't be zeroed: once it is locked, the process ends. It ends too if something hangs and it can't
     * be locked, but never while the core writes; what was saved is safe.
     */
    @OptIn(FlowPreview::class)
    private fun closeAndEnd() {
        val locked = session.close()
        MainScope().launch {
            val hung = launch { session.isWriting.debounce(LONGEST_TO_LOCK_MS).first { !it } }
            select<Unit> {
                locked.onJoin {}
                hung.onJoin {}
            }
            hung.cancel()
            finishAndRemoveTask()
            files.clear()
            home.clips.clearNow()
            endProcess()
        }
    }

    internal companion object {
        /** How long Close waits until it is locked, while the core does not write. */
        const val LONGEST_TO_LOCK_MS = 3_000L
    }
}

/** Does it whenever the system says so. */
private fun told(act: () -> Unit) =
    object : BroadcastReceiver() {
        override fun onReceive(context: Context, intent: Intent) = act()
    }
