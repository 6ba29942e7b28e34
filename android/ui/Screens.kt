package app.notebook.ui

import androidx.compose.ui.graphics.ImageBitmap
import app.notebook.core.AttachmentLine
import app.notebook.core.DraftText
import app.notebook.core.EarlierLine
import app.notebook.core.Line
import app.notebook.core.NextDate
import app.notebook.core.NotePage
import app.notebook.core.NumbersPage
import app.notebook.core.OpenCopy
import app.notebook.core.OwnTexts
import app.notebook.core.PersonLine
import app.notebook.core.Piece
import app.notebook.core.Restored
import app.notebook.core.RightNow
import app.notebook.core.Topic

/** All that is to be drawn: one screen, and what is said or asked on it. */
data class Shown(
    val screen: Screen = Blank,
    val texts: Texts? = null,
    val notice: Notice? = null,
    val question: Question? = null,
    val busy: Busy? = null,
    /** Whether something is being played or read to her. */
    val sounds: Boolean = false,
)

/** What can be taken back. */
sealed interface Undo {
    /** The last change, which the core knows how to. */
    data object Last : Undo

    /** The last change of a date. */
    data object OfDate : Undo

    /** The last change of her card. */
    data object OfCard : Undo

    /** Her words of Right now, as they were before she changed them. */
    data object OwnWords : Undo

    /** What she was typing before a note was put back as it was. */
    class Typed(val typing: Typing) : Undo
}

/** Whether the core holds what was before. */
internal val Undo?.isOfCore
    get() = this == Undo.Last || this == Undo.OfDate || this == Undo.OfCard

/** A line that says what was done, or what could not be; [undo] offers to take it back. */
data class Notice(
    val text: String,
    val undo: Undo? = null,
    val trouble: Boolean = false,
    /** Whether a screen reader says it when it comes. */
    val spoken: Boolean = true,
)

/** One plain question, mostly before something that can't come back. */
class Question(
    val title: String,
    val text: String,
    val yes: String,
    val no: String,
    /** Whether what it asks about can't come back. */
    val final: Boolean = true,
    val act: suspend () -> Unit,
)

/** Something takes longer than a moment; [done] of 1 is done, if that is known. */
data class Busy(val text: String, val canStop: Boolean = false, val done: Float? = null)

/** What a screen shows: plain data. */
sealed interface Screen

/** An empty page: before the first words are there, and at once after Close. */
data object Blank : Screen

/** The steps of the first run, in their order. */
enum class FirstStep {
    WHAT,
    LOST,
    PIN,
    COUNT,
    CHOOSE,
    AGAIN,
    SECOND,
    SECOND_AGAIN,
}

/** What she chose to have. */
enum class Having {
    ONE,
    TWO,
    ONE_PLAIN,
}

/** The first run. */
data class First(val step: FirstStep, val having: Having = Having.ONE) : Screen

/** The number pad of a locked notebook; [biometric] if the phone keeps another way in. */
data class Unlock(val biometric: Boolean = false) : Screen

/** The way in by recovery words; [typed] are those that were not right, to be mended. */
data class UnlockWords(val typed: String = "") : Screen

/** A new PIN after recovery words, asked twice. */
data class NewPin(val again: Boolean) : Screen

/** A screen of an open notebook: it has the bar. */
sealed interface Inside : Screen {
    /** Which word of the bar it belongs to. */
    val place: Place
}

/** Where the bar and the buttons of More lead. */
enum class Place {
    WRITE,
    NOTES,
    DATES,
    EARLIER_DATES,
    REMINDERS,
    CARD,
    MY_CARD,
    PAST_CARDS,
    SEEN,
    CHOICES,
    SHOWN,
    MORE,
    RIGHT_NOW,
    NUMBERS,
    FIND,
    TOPICS,
    BIN,
    SAVE,
    BRING,
    PIN,
    RECOVERY,
    BIOMETRIC,
    KEEP,
    CLOSES,
    WRONG_PINS,
    LOOK,
    LIMITS,
}

/** Home: an empty page to write on, never old words, and the [next] date. Another [round] is another empty page. */
data class WriteNew(val round: Int, val next: NextDate? = null) : Inside {
    override val place = Place.WRITE
}

/** After the first note, once. */
data object OfferCopy : Inside {
    override val place = Place.WRITE
}

/** The list of notes, or of those with one topic: dates and titles. */
data class NotesList(val lines: List<Line>, val more: Boolean, val topic: String? = null) : Inside {
    override val place = Place.NOTES
}

/** The topics, each with how many notes have it. */
data class TopicList(val topics: List<Topic>) : Inside {
    override val place = Place.NOTES
}

/** Another name for a topic. */
data class TopicName(val topic: String) : Inside {
    override val place = Place.NOTES
}

/** What lies in the bin. */
data class BinList(val lines: List<Line>, val more: Boolean) : Inside {
    override val place = Place.NOTES
}

/** What was looked for and found; words around a hit only where she tapped for them. */
data class Find(
    val query: String = "",
    val asked: Boolean = false,
    val lines: List<Line> = emptyList(),
    val more: Boolean = false,
    val around: Map<String, List<Piece>> = emptyMap(),
) : Inside {
    override val place = Place.NOTES
}

/** A note to read. */
data class NoteRead(val page: NotePage, val from: Inside, val choices: Boolean = false) : Inside {
    override val place = Place.NOTES
}

/** A note that is being changed. */
data class NoteEdit(val page: NotePage, val from: Inside) : Inside {
    override val place = Place.NOTES
}

/** The topics of a note. */
data class NoteTopics(val page: NotePage, val from: Inside) : Inside {
    override val place = Place.NOTES
}

/** What can be added to a note, or to a new one if there is none yet. */
data class AddTo(val note: String?, val from: Inside) : Inside {
    override val place = from.place
}

/** The camera is on: what it sees, until she takes it or goes back. */
data class Looking(val to: AddTo) : Inside {
    override val place = to.place
}

/** Her voice is being recorded. */
data class Listening(val to: AddTo) : Inside {
    override val place = to.place
}

/** A picture, a sound or another file of a note: [picture] or [sound] if it can be seen or heard here. */
class Attached(
    val note: String,
    val line: AttachmentLine,
    val from: Inside,
    val picture: ImageBitmap? = null,
    val sound: ByteArray? = null,
) : Inside {
    override val place = Place.NOTES
}

/** A note that is read to her. */
data class ReadAloud(val page: NotePage, val from: Inside) : Inside {
    override val place = Place.NOTES
}

/** The earlier texts of a note; one of them if she opened it. */
data class Earlier(
    val page: NotePage,
    val from: Inside,
    val lines: List<EarlierLine>,
    val number: UInt? = null,
    val text: DraftText? = null,
) : Inside {
    override val place = Place.NOTES
}

/** A page for a hard moment, and what belongs to it: only in a full notebook. */
sealed interface HardMoment : Inside {
    override val place
        get() = Place.RIGHT_NOW
}

/** The page: nothing to fill in. */
data class RightNowPage(val page: RightNow) : HardMoment

/** Her words on that page, being changed. */
data class OwnWordsEdit(val start: OwnTexts) : HardMoment

/** Her own people, then the dated list. */
data class NumbersList(val page: NumbersPage) : HardMoment

/** One of her people, being changed; none for a new one. [at] is the place among them, from 0. */
data class PersonEdit(val person: PersonLine?, val at: Int = 0, val last: Boolean = true) : HardMoment

/** A page of More. */
sealed interface MorePage : Inside {
    override val place
        get() = Place.MORE
}

/** More itself. */
data object More : MorePage

/** The PIN once more, before a page that changes how the notebook opens. */
data class ConfirmPin(val to: Place) : MorePage

/** A page that changes how the notebook opens. */
sealed interface WayIn : MorePage

/** A new PIN. */
data class ChangePin(val again: Boolean = false) : WayIn

/** Whether there are recovery words. */
data class Recovery(val made: Boolean) : WayIn

/** Whether the phone opens by a finger or a face, whether it knows one at all, and whether there are recovery words. */
data class BiometricPage(val on: Boolean, val knowsSomeone: Boolean, val recovery: Boolean) : WayIn

/** Whether earlier texts are kept. */
data class KeepTexts(val on: Boolean) : MorePage

/** Size of the words, and colours. */
data object LookPage : MorePage

/** When it closes by itself. */
data object ClosesPage : MorePage

/** After how many wrong PINs all is deleted; none for never. */
data class WrongPins(val after: UByte?) : WayIn

/** What this can't do. */
data object Limits : MorePage

/** Before a copy is made. */
data object SaveCopy : MorePage

/**
 * All that is about to leave the phone: in an [open] copy that holds so much, or else in a sealed one. With [allFiles]
 * what the open one leaves out goes too.
 */
data class Leaving(val open: OpenCopy?, val allFiles: Boolean = false) : MorePage {
    /** So many pictures, sounds and files go. */
    val files: ULong
        get() = open?.run { if (allFiles) attachments + leftOut else attachments } ?: 0uL
}

/** Twelve words, shown once: of a copy with so many notes, or for recovery. */
data class Twelve(val words: List<String>, val notes: ULong?) : MorePage

/** A copy to bring back: which, and what would come in. */
data class BringBack(val chosen: Boolean = false, val preview: Restored? = null) : MorePage
