package app.notebook.ui

import app.notebook.core.FirstLine
import app.notebook.core.Form
import app.notebook.core.Line
import app.notebook.core.NotePiece
import app.notebook.core.Paragraph
import app.notebook.core.PlanOption
import app.notebook.core.SeenLine
import app.notebook.core.ShowPage
import app.notebook.core.ShowPart
import app.notebook.core.ShowRequest
import app.notebook.core.ShownPart
import app.notebook.core.Way

/** A page on which something was got ready to be shown, and is not given yet. */
sealed interface Preparing : CardPlace

/** What she asked to show, what she looks at before it goes, and whether its words are kept with the line about it. */
data class Showing(val request: ShowRequest, val page: ShowPage, val keepsWords: Boolean = false) : Preparing {
    /** What is off it because of a choice. Only she is told. */
    val heldBack: List<ShowPart>
        get() = page.parts.filter { !it.isOn && !it.canChange }

    /** What else is not on it, or not all of it, though she did not take it off: what she wants to be asked about too. */
    val alsoOff: List<ShowPart>
        get() = page.parts.filter { it.isTold && it.canChange }
}

/** Who it is for, how it is shown and what is on it, being changed. */
data class ShowChange(val showing: Showing, val people: List<SeenLine>, val first: FirstFields) : Preparing

/** Dates with a plan, of which one may go on it. */
data class ShowPlans(val change: ShowChange, val plans: List<PlanOption>) : Preparing

/** Her notes, of which one may go on it. */
data class ShowNotes(val change: ShowChange, val lines: List<Line>, val more: Boolean) : Preparing

/** The paragraphs of a note, of which some may go on it: those whose places from 0 are [on]. */
data class ShowNote(
    val notes: ShowNotes,
    val note: String,
    val paragraphs: List<String>,
    val on: Set<Int> = paragraphs.indices.toSet(),
) : Preparing

/** Lines that she reads to someone, and the place of the one that shows, from 0; past the last when all were shown. */
data class ReadOut(val lines: List<String>, val at: Int = 0) : CardPlace

/** A text that was given: copied, and here to be written out by hand. */
data class TextGiven(val text: String) : CardPlace

/** A page that was given, as the bytes of a file, to be saved or printed. */
class PageGiven(val bytes: ByteArray, val name: String) : CardPlace

/**
 * A page that someone else reads on this screen. The notebook is locked: these are the only words of it that are left
 * here. [isTurned] if it is the other way up, for someone across a desk.
 */
class OnScreen(
    val paragraphs: List<Paragraph>,
    val isTurned: Boolean = false,
    val closesSoon: Boolean = false,
    val since: Since = Since(),
) : Screen {
    internal fun copy(isTurned: Boolean = this.isTurned, closesSoon: Boolean = this.closesSoon, since: Since = this.since) =
        OnScreen(paragraphs, isTurned, closesSoon, since)
}

/** What may stand first on a page. */
enum class StandsFirst(val label: String) {
    USUAL(CardNames.SHOW_FIRST_USUAL),
    OWN(CardNames.SHOW_FIRST_OWN),
    NOTHING(CardNames.SHOW_FIRST_NONE),
}

/** What stands first on a page, as she chooses it. */
data class FirstFields(val choice: StandsFirst = StandsFirst.USUAL, val own: String = "")

internal fun FirstFields(first: FirstLine) =
    when (first) {
        FirstLine.Usual -> FirstFields()
        is FirstLine.Own -> FirstFields(StandsFirst.OWN, first.v1)
        FirstLine.Nothing -> FirstFields(StandsFirst.NOTHING)
    }

internal val FirstFields.typed: FirstLine
    get() =
        when (choice) {
            StandsFirst.USUAL -> FirstLine.Usual
            StandsFirst.OWN -> FirstLine.Own(whole(own))
            StandsFirst.NOTHING -> FirstLine.Nothing
        }

/** The short card on this screen, for nobody by name. */
fun usualShowing() =
    ShowRequest(null, Way.SCREEN, Form.SHORT, emptyList(), emptyList(), emptyList(), FirstLine.Usual)

/** With a part on the page, or off it. */
fun ShowRequest.put(part: ShownPart, on: Boolean): ShowRequest {
    val others = copy(with = with - part, without = without - part)
    if (on) return others.copy(with = others.with + part)
    val left = if (part is ShownPart.Note) pieces.filter { it.note != part.v1 } else pieces
    return others.copy(without = others.without + part, pieces = left)
}

/** With the chosen paragraphs of a note, which the long card alone has room for. */
internal fun ShowRequest.put(note: ShowNote): ShowRequest {
    val numbers = note.on.sorted().map { (it + 1).toUInt() }
    val others = pieces.filter { it.note != note.note }
    val chosen = if (numbers.size < note.paragraphs.size) others + NotePiece(note.note, numbers) else others
    return put(ShownPart.Note(note.note), true).copy(pieces = chosen, form = Form.LONG)
}

/** Those that a phone has. */
val WAYS_OF_A_PHONE = listOf(Way.SCREEN, Way.ALOUD, Way.TEXT, Way.PAGE)

/** What a way is called. */
val Way.word: String
    get() =
        when (this) {
            Way.SCREEN -> CardNames.WAY_SCREEN
            Way.ALOUD -> CardNames.WAY_ALOUD
            Way.TEXT -> CardNames.WAY_TEXT
            Way.PAGE, Way.FHIR, Way.QR, Way.SEAL -> CardNames.WAY_PAGE
        }

/** What it is called to do it. */
val Way.act: String
    get() =
        when (this) {
            Way.SCREEN -> CardNames.SHOW_DO_SCREEN
            Way.ALOUD -> CardNames.SHOW_DO_ALOUD
            Way.TEXT -> CardNames.SHOW_DO_TEXT
            Way.PAGE, Way.FHIR, Way.QR, Way.SEAL -> CardNames.SHOW_DO_PAGE
        }

/** What a form of the card is called. */
val Form.word: String
    get() =
        when (this) {
            Form.SHORT -> CardNames.FORM_SHORT
            Form.LONG -> CardNames.FORM_LONG
            Form.RECEPTION -> CardNames.FORM_RECEPTION
        }
