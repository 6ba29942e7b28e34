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
import kotlin.time.Duration.Companion.minutes
import kotlin.time.Duration.Companion.seconds
import kotlin.time.TimeSource
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

/**
 * How long to wait: after the last key before the draft is kept, after the last write before the core rests, and what
 * counts as a minute without a touch.
 */
data class Pauses(
    val typing: Duration = 500.milliseconds,
    val rest: Duration = 2.seconds,
    val minute: Duration = 1.minutes,
)

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
    internal val senses: Senses = NoSenses,
) {
    private val gate = Any()
    private var turn = Turn()
    private val shown = MutableStateFlow(Shown())
    private val lookNow = MutableStateFlow(looks.load())
    private val closings = MutableStateFlow(0)
    private var typing: Typing? = null
    private var putAside: Typing? = null
    private var pause: Job? = null
    private var rest: Job? = null
    private var pages = 0
    internal val held = Held()

    @Volatile private var touchedAt = TimeSource.Monotonic.markNow()
    @Volatile internal var work: Work? = null
    @Volatile internal var recording: Recording? = null
    @Volatile internal var sounding: Job? = null

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
            putAside = null
            turn.job.cancel()
            turn = Turn()
            shown.value = Shown()
            closings.value++
        }
        stop()
        hush()
        val said = takeRecording()
        return act {
            try {
                last?.let { keepAtClose(it) }
                said?.let { keep(it) }
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
        // It may end, and be let go of, at this very moment.
        quietly { work?.stop() }
    }

    /** She is there: it closes by itself only later. */
    fun touched() {
        touchedAt = TimeSource.Monotonic.markNow()
    }

    /** Closes when she has not touched the screen for as long as she chose. What is under way is waited for. */
    internal fun closeWhenLeftAlone() {
        touched()
        act {
            while (true) {
                val left = pauses.minute * look.value.closes.minutes - touchedAt.elapsedNow()
                when {
                    left.isPositive() -> delay(left)
                    now.value.busy != null || recording != null || now.value.sounds -> delay(pauses.rest)
                    else -> return@act close().let {}
                }
            }
        }
    }

    /** Ends what is being played or read to her. */
    fun hush() {
        sounding?.cancel()
    }

    internal fun takeRecording(): Recording? = synchronized(gate) { recording.also { recording = null } }

    /** Each change of what she types. It is kept as a draft a moment later, while she types on too. */
    fun typed(note: String?, title: String, text: String) {
        synchronized(gate) {
            val screen = shown.value.screen
            if (screen !is WriteNew && screen !is NoteEdit) return
            typing = Typing(note, whole(title), whole(text))
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

    /** What she is typing of this note or of a new one, for a field that is drawn anew. */
    internal fun typingOf(note: String?): Typing? = peekTyping()?.takeIf { it.note == note }

    /** Takes what she was typing off the page; [takePutAside] can give it back while an undo is offered. */
    internal fun putTypingAside(): Boolean = synchronized(gate) { takeTyping().also { putAside = it } != null }

    internal fun takePutAside(): Typing? = synchronized(gate) { putAside.also { putAside = null } }

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

    /** The same with a secret, which is zeroed at the end, also if Close comes before it begins. */
    internal fun actWith(secret: ByteArray, wrongSecret: String? = null, work: suspend () -> Unit) {
        act(wrongSecret, work).invokeOnCompletion { secret.fill(0) }
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
        when (failure) {
            is NotebookException.Locked -> show(Unlock, notice)
            is NotebookException.NoNotebook -> beginAnew(notice)
            else -> {
                quietly { withdrawUndo() }
                update { it.copy(notice = notice, question = null, busy = null) }
                if (failure is NotebookException.Wait) countDown(failure.seconds)
            }
        }
    }

    /** The first run, also where the notebooks went because of wrong PINs. */
    internal suspend fun beginAnew(notice: Notice) {
        speak(Pack.PLAIN)
        show(First(FirstStep.WHAT), notice)
    }

    /** What is offered to be undone is not any more, and the words before it are forgotten with it. */
    private fun withdrawUndo() {
        if (now.value.notice?.undo != true) return
        takePutAside()
        if (now.value.screen is Inside) write { forgetUndo() }
    }

    /**
     * Shows a screen; answers whether it is seen, which it is not if Close came before. An undo that is not offered any
     * more is forgotten, and the words before it with it.
     */
    internal suspend fun show(screen: Screen, notice: Notice? = null): Boolean {
        touched()
        val offered = now.value.notice?.undo == true
        val seen = update { Shown(screen, it.texts, notice) }
        if (offered && notice?.undo != true && screen is Inside) {
            takePutAside()
            write { forgetUndo() }
        }
        return seen
    }

    /** Says something on the screen that is there. */
    internal suspend fun say(name: String, undo: Boolean = false) =
        show(now.value.screen, Notice(text(name), undo))

    internal suspend fun busy(name: String, canStop: Boolean = false) =
        update { it.copy(busy = Busy(text(name), canStop), notice = null, question = null) }

    internal suspend fun ask(title: String, text: String, yes: String, no: String = Names.DO_LEAVE, act: suspend () -> Unit) {
        withdrawUndo()
        update { it.copy(question = Question(text(title), text, text(yes), text(no), act), notice = null) }
    }

    internal suspend fun speak(pack: Pack) {
        val texts = Texts(pack, language)
        update { it.copy(texts = texts) }
    }

    internal suspend fun update(change: (Shown) -> Shown): Boolean {
        val mine = currentCoroutineContext()[Turn]
        return synchronized(gate) {
            if (mine === turn) shown.value = change(shown.value)
            mine === turn
        }
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

/** Text without halves of signs, which a keyboard may hand over between two keys and the core can't take. */
internal fun whole(text: String): String = text.encodeToByteArray().decodeToString()

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
