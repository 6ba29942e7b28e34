package app.notebook.ui

import app.notebook.core.NotebookException
import app.notebook.core.Notebooks
import app.notebook.core.OwnTexts
import app.notebook.core.Pack
import app.notebook.core.Standing
import app.notebook.core.Work
import app.notebook.core.languages
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicReference
import kotlin.coroutines.AbstractCoroutineContextElement
import kotlin.coroutines.CoroutineContext
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
import kotlinx.coroutines.withTimeoutOrNull

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
    language: String = "en",
    internal val pauses: Pauses = Pauses(),
    private val worker: CoroutineDispatcher = oneThread(),
    internal val senses: Senses = NoSenses,
    internal val calls: Calls? = null,
    internal val biometrics: Biometrics? = null,
    internal val earphones: Earphones = MutableStateFlow(false),
    internal val alarms: Alarms,
    internal val clips: Clips? = null,
    internal val printer: Printer? = null,
) {
    private val gate = Any()
    private var turn = Turn()
    private val shown = MutableStateFlow(Shown())
    private val lookNow = MutableStateFlow(looks.load())
    private val closings = MutableStateFlow(0)
    private val writes = MutableStateFlow(false)
    private var typing: Typing? = null
    private var closing: Job? = null
    private var pause: Job? = null
    private var rest: Job? = null
    private var pages = 0
    internal val held = Held()

    @Volatile internal var work: Work? = null
    @Volatile internal var waiting: Job? = null
    @Volatile internal var sounding: Job? = null
    internal val recorder = RecordingSlot()
    internal val left = LeftAlone()
    internal val ownTyped = AtomicReference<OwnTexts?>()
    internal val fields = AtomicReference<Fields?>()
    internal val holding = Holding(alarms, worker)

    /** What is to be drawn. */
    val now: StateFlow<Shown> = shown.asStateFlow()

    /** How often she closed: a shell draws all anew when it goes up, so that nothing drawn before is kept. */
    val closed: StateFlow<Int>
        get() = closings

    /** Whether the core is writing, which a process must not end before. */
    val isWriting: StateFlow<Boolean> = writes.asStateFlow()

    /** How it is to look. */
    val look: StateFlow<Look> = lookNow.asStateFlow()

    /** The languages that there are. */
    internal val there = languages()

    /** A tag such as `en-GB`. */
    private val phoneLanguage = language

    /** The language that she chose, or else the phone's own. */
    internal val language: String
        get() = look.value.language?.takeIf { chosen -> there.any { it.tag == chosen } } ?: phoneLanguage

    /** Shows the first screen. */
    fun start() {
        act {
            val screen = if (notebooks.standing() == Standing.UNMADE) First(FirstStep.WHAT) else locked()
            if (screen is Unlock) notebooks.lock() else forgetOutside()
            speak(Pack.PLAIN)
            show(screen)
        }
        closeWhenLeftAlone()
    }

    /**
     * Locks at once: the page is blank when this returns. What she was typing is kept as a note before the core locks,
     * and whatever else was under way ends without showing anything. The job is done when it is locked and what was under
     * way has ended, which is waited for only so long.
     */
    fun close(): Job {
        synchronized(gate) {
            val last = takeTyping()
            val said = recorder.take()
            val before = closing
            val ended = turn.job
            ended.cancel()
            turn = Turn()
            shown.value = Shown()
            closings.value++
            stop()
            hush()
            said?.stop?.complete(Unit)
            // Of no turn: another Close must not end this one.
            val locked = CoroutineScope(worker).launch { finish(before, last, said) }
            closing = locked
            return CoroutineScope(worker).launch {
                locked.join()
                withTimeoutOrNull(pauses.rest) { ended.join() }
            }
        }
    }

    private suspend fun finish(before: Job?, last: Typing?, said: Recording?) {
        before?.join()
        try {
            last?.let { keepAtClose(it) }
            quietly { keepOwnTyped() }
            keepFieldsAtClose()
            // A microphone that does not answer must not keep the notebook open.
            withTimeoutOrNull(pauses.rest) { said?.let { keepAtClose(it) } }
            withTimeoutOrNull(pauses.rest) { holding.join() }
        } finally {
            quietly { notebooks.forgetUndo() }
            held.wipe()
            quietly { notebooks.lock() }
            start()
        }
    }

    /** Changes how the screens look, and what language they speak. */
    fun look(look: Look) {
        val before = language
        lookNow.value = look
        CoroutineScope(worker).launch { quietly { looks.save(look) } }
        if (language != before) act { now.value.texts?.let { speak(it.pack) }.also { renewIfOpen() } }
    }

    /** Asks what runs to stop. */
    fun stop() {
        // It may end, and be let go of, at this very moment.
        quietly { work?.stop() }
        waiting?.cancel()
    }

    /** She is there: it closes by itself only later. */
    fun touched() = left.touched()

    /** Ends what is being played or read to her. */
    fun hush() {
        sounding?.cancel()
    }

    /** Each change of what she types. It is kept as a draft a moment later, while she types on too. */
    fun typed(note: String?, title: String, text: String) {
        synchronized(gate) {
            val screen = shown.value.screen
            if (screen !is WriteNew && screen !is NoteEdit) return
            typeOn(Typing(note, whole(title), whole(text)))
        }
        touched()
    }

    internal fun typeOn(typed: Typing) {
        synchronized(gate) {
            typing = typed
            // Not begun anew by each key: steady typing would never be kept.
            if (pause == null) pause = later { keepDraftSoon() }
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

    /**
     * Keeps what she has typed by [keep], which answers its note, and what she types meanwhile as the same note's; if it
     * can't be kept, it is held here as before. Taken first, so that a Close meanwhile does not keep it once more.
     */
    internal fun keepTyping(keep: (Typing) -> String?): String? {
        var note: String? = null
        while (true) {
            val typed = takeTyping() ?: return note
            try {
                note = keep(if (typed.note == null) Typing(note, typed.title, typed.text) else typed) ?: note
            } catch (failure: NotebookException) {
                synchronized(gate) { if (typing == null) typing = typed }
                throw failure
            }
        }
    }

    /** Another empty page to write on. */
    internal fun freshPage(): WriteNew = WriteNew(++pages, nextDate())

    internal fun takeTyping(): Typing? =
        synchronized(gate) {
            pause?.cancel()
            pause = null
            typing.also { typing = null }
        }

    /** Holds nothing any more of what she typed. */
    internal fun forgetTyped() {
        takeTyping()
        ownTyped.set(null)
        fields.set(null)
    }

    /** The same with a secret, which is zeroed at the end, also if Close comes before it begins. */
    internal fun actWith(secret: ByteArray, wrongSecret: String? = null, work: suspend () -> Unit) {
        act(wrongSecret, work).invokeOnCompletion { secret.fill(0) }
    }

    /** Does [work] on the core's thread. A failure is told in words; nothing is shown any more after Close. */
    internal fun act(wrongSecret: String? = null, work: suspend () -> Unit): Job {
        touched()
        return later(wrongSecret, work)
    }

    /** The same for what comes by itself: it is no sign of her. */
    internal fun later(wrongSecret: String? = null, work: suspend () -> Unit): Job {
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
            } catch (_: OutOfMemoryError) {
                fail(NotebookException.NotEnoughMemory(), wrongSecret)
            }
        }
    }

    private suspend fun fail(failure: NotebookException, wrongSecret: String?) {
        val notice = Notice(explained(failure, wrongSecret), trouble = true)
        when (failure) {
            is NotebookException.Locked -> {
                // Words of this notebook must not come into the one that opens next. The draft is kept.
                forgetTyped()
                show(locked(), notice)
            }
            is NotebookException.NoNotebook -> beginAnew(notice)
            else -> {
                quietly { withdrawUndo() }
                update { it.copy(notice = notice, question = null, busy = null) }
                if (failure is NotebookException.Wait) countDown(failure.seconds)
            }
        }
    }

    /** What to say of a failure. Where there is nothing to explain she stopped it herself. */
    internal fun explained(failure: NotebookException, wrongSecret: String? = null): String =
        now.value.texts?.explain(failure, wrongSecret).orEmpty().ifEmpty { text(Names.STOPPED) }

    /** The first run, also where the notebooks went because of wrong PINs. */
    internal suspend fun beginAnew(notice: Notice) {
        forgetOutside()
        speak(Pack.PLAIN)
        show(First(FirstStep.WHAT), notice)
    }

    /** What is offered to be undone is not any more, and the words before it are forgotten with it. */
    private fun withdrawUndo() {
        if (now.value.notice?.undo.isOfCore && now.value.screen is Inside) write { forgetUndo() }
    }

    /**
     * Shows a screen; answers whether it is seen, which it is not if Close came before. An undo that is not offered any
     * more is forgotten, and the words before it with it.
     */
    internal suspend fun show(screen: Screen, notice: Notice? = null): Boolean {
        hush()
        val (before, offered) = now.value.screen to now.value.notice?.undo.isOfCore
        val seen = update { Shown(screen, it.texts, notice) }
        // What was got ready to be shown to someone is put away, unless it is looked at still.
        if (before is Preparing && screen !is Preparing) quietly { notebooks.putShowingAway() }
        if (offered && !notice?.undo.isOfCore && screen is Inside) write { forgetUndo() }
        return seen
    }

    /** Shows this from now on, as after Close: what is under way ends, and nothing drawn before is kept. */
    internal suspend fun showAlone(screen: Screen) {
        val mine = currentCoroutineContext()[Turn]
        synchronized(gate) {
            if (mine !== turn) return
            turn = Turn()
            shown.value = Shown(screen, shown.value.texts)
            closings.value++
            closeWhenLeftAlone()
        }
        mine?.job?.cancel()
    }

    internal suspend fun busy(name: String, canStop: Boolean = false) =
        update { it.copy(busy = Busy(text(name), canStop), notice = null, question = null) }

    internal suspend fun ask(
        title: String,
        text: String,
        yes: String,
        no: String = Names.DO_LEAVE,
        final: Boolean = true,
        act: suspend () -> Unit,
    ) {
        withdrawUndo()
        update { it.copy(question = Question(text(title), text, text(yes), text(no), final, act), notice = null) }
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
        val done = writing { notebooks.change() }
        rest?.cancel()
        rest = later {
            delay(pauses.rest)
            notebooks.idle()
        }
        return done
    }

    /** Does what must be waited for also at Close. Nothing that may never answer belongs in here. */
    internal inline fun <T> writing(work: () -> T): T {
        writes.value = true
        try {
            return work()
        } finally {
            writes.value = false
        }
    }

    private companion object {
        const val UNFORESEEN = -1
    }
}

/** From one Close to the next. What began in an earlier turn shows nothing in a later one. */
private class Turn(val job: Job = SupervisorJob()) : AbstractCoroutineContextElement(Turn) {
    companion object Key : CoroutineContext.Key<Turn>
}

private fun oneThread(): CoroutineDispatcher =
    Executors.newSingleThreadExecutor { run -> Thread(run, "core").apply { isDaemon = true } }
        .asCoroutineDispatcher()
