package app.notebook.ui

import app.notebook.core.NotebookException
import app.notebook.core.Notebooks
import app.notebook.core.Pack
import app.notebook.core.Standing
import app.notebook.core.Work
import java.util.concurrent.Executors
import kotlin.coroutines.AbstractCoroutineContextElement
import kotlin.coroutines.CoroutineContext
import kotlin.time.Duration
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch

/** How long to wait: after the last key before the draft is kept, and after the last write before the core rests. */
data class Pauses(val typing: Duration = 500.milliseconds, val rest: Duration = 2.seconds)

/**
 * Drives the notebooks for the screens. Every call to the core is made on one thread of its own, one after another, so
 * that the screen never waits; what is to be drawn comes out of [now]. A flow holds its last value only, where Compose
 * keeps older ones: after [close] none of her words is held here.
 *
 * The files `Session*.kt` beside this one add what can be done, by subject.
 */
class Session(
    internal val notebooks: Notebooks,
    internal val files: Files,
    private val looks: Looks,
    internal val language: String = "en",
    internal val pauses: Pauses = Pauses(),
    private val worker: CoroutineDispatcher = oneThread(),
) {
    private val gate = Any()
    private var turn = Turn()
    private val shown = MutableStateFlow(Shown())
    private val lookNow = MutableStateFlow(looks.load())
    private val closings = MutableStateFlow(0)
    private var typing: Typing? = null
    private var pause: Job? = null
    private var rest: Job? = null
    private var pages = 0
    internal val held = Held()

    @Volatile internal var work: Work? = null

    /** What is to be drawn. */
    val now: StateFlow<Shown> = shown.asStateFlow()

    /** How often she closed: a shell draws all anew when it goes up, so that nothing drawn before is kept. */
    val closed: StateFlow<Int>
        get() = closings

    /** How it is to look. */
    val look: StateFlow<Look> = lookNow.asStateFlow()

    /** Shows the first screen. */
    fun start() {
        act {
            val screen = if (notebooks.standing() == Standing.UNMADE) First(FirstStep.WHAT) else Unlock
            if (screen == Unlock) notebooks.lock()
            speak(Pack.PLAIN)
            show(screen)
        }
    }

    /**
     * Locks at once: the page is blank when this returns. What she was typing is kept as a note before the core locks,
     * and whatever else was under way ends without showing anything. The job is done when it is locked.
     */
    fun close(): Job {
        val last: Typing?
        synchronized(gate) {
            last = takeTyping()
            turn.job.cancel()
            turn = Turn()
            shown.value = Shown()
            closings.value++
        }
        work?.stop()
        return act {
            try {
                last?.let { keepAtClose(it) }
                quietly { notebooks.forgetUndo() }
            } finally {
                // Whatever failed before it.
                held.wipe()
                start()
                notebooks.lock()
            }
        }
    }

    /** Changes how the screens look. */
    fun look(look: Look) {
        lookNow.value = look
        act { looks.save(look) }
    }

    /** Asks what runs to stop. */
    fun stop() {
        work?.stop()
    }

    /** Each change of what she types. It is kept as a draft a moment later, while she types on too. */
    fun typed(note: String?, title: String, text: String) {
        synchronized(gate) {
            val screen = shown.value.screen
            if (screen !is WriteNew && screen !is NoteEdit) return
            typing = Typing(note, title, text)
            // Not begun anew by each key: steady typing would never be kept.
            if (pause == null) pause = act { keepDraftSoon() }
        }
    }

    private suspend fun keepDraftSoon() {
        delay(pauses.typing)
        val typed = synchronized(gate) { typing.also { pause = null } }
        typed?.let { write { saveDraft(it.note, it.titleOrNone, it.text) } }
    }

    internal fun peekTyping(): Typing? = synchronized(gate) { typing }

    /** What was typed is kept for good: only now may it be forgotten here. */
    internal fun typingIsKept(kept: Typing) {
        synchronized(gate) { if (typing === kept) takeTyping() }
    }

    /** Another empty page to write on. */
    internal fun freshPage(): WriteNew = WriteNew(++pages)

    internal fun takeTyping(): Typing? =
        synchronized(gate) {
            pause?.cancel()
            pause = null
            typing.also { typing = null }
        }

    /** Does [work] on the core's thread. A failure is told in words; nothing is shown any more after Close. */
    internal fun act(wrongSecret: String? = null, work: suspend () -> Unit): Job {
        val mine = synchronized(gate) { turn }
        return CoroutineScope(worker + mine.job + mine).launch {
            try {
                work()
            } catch (stopped: CancellationException) {
                throw stopped
            } catch (failure: NotebookException) {
                fail(failure, wrongSecret)
            } catch (_: Exception) {
                fail(NotebookException.Internal(UNFORESEEN), wrongSecret)
            }
        }
    }

    private suspend fun fail(failure: NotebookException, wrongSecret: String?) {
        // Nothing to explain: she stopped it herself.
        val text = now.value.texts?.explain(failure, wrongSecret).orEmpty().ifEmpty { text(Names.STOPPED) }
        val notice = Notice(text, trouble = true)
        when {
            failure is NotebookException.Locked -> show(Unlock, notice)
            else -> update { it.copy(notice = notice, question = null, busy = null) }
        }
    }

    /** Shows a screen. An undo that is not offered any more is forgotten, and the words before it with it. */
    internal suspend fun show(screen: Screen, notice: Notice? = null) {
        val offered = now.value.notice?.undo == true
        update { Shown(screen, it.texts, notice) }
        if (offered && notice?.undo != true && screen is Inside) write { forgetUndo() }
    }

    /** Says something on the screen that is there. */
    internal suspend fun say(name: String, undo: Boolean = false) =
        show(now.value.screen, Notice(text(name), undo))

    internal suspend fun busy(name: String, canStop: Boolean = false) =
        update { it.copy(busy = Busy(text(name), canStop), notice = null, question = null) }

    internal suspend fun ask(title: String, text: String, yes: String, act: suspend () -> Unit) =
        update { it.copy(question = Question(text(title), text, text(yes), act), notice = null) }

    internal suspend fun speak(pack: Pack) {
        val texts = Texts(pack, language)
        update { it.copy(texts = texts) }
    }

    internal suspend fun update(change: (Shown) -> Shown) {
        val mine = currentCoroutineContext()[Turn]
        synchronized(gate) { if (mine === turn) shown.value = change(shown.value) }
    }

    internal fun text(name: String): String = now.value.texts?.get(name).orEmpty()

    /** Changes the notebook, and lets the core rest two quiet seconds later. */
    internal fun <T> write(change: Notebooks.() -> T): T {
        val done = notebooks.change()
        rest?.cancel()
        rest = act {
            delay(pauses.rest)
            notebooks.idle()
        }
        return done
    }

    private companion object {
        const val UNFORESEEN = -1
    }
}

/** What she is typing, of a note or of a new one. */
internal class Typing(val note: String?, val title: String, val text: String) {
    val isBlank = title.isBlank() && text.isBlank()
    val titleOrNone = title.ifBlank { null }
}

/** From one Close to the next. What began in an earlier turn shows nothing in a later one. */
private class Turn(val job: Job = SupervisorJob()) : AbstractCoroutineContextElement(Turn) {
    companion object Key : CoroutineContext.Key<Turn>
}

private fun oneThread(): CoroutineDispatcher =
    Executors.newSingleThreadExecutor { run -> Thread(run, "core").apply { isDaemon = true } }
        .asCoroutineDispatcher()
