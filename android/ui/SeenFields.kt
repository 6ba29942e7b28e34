package app.notebook.ui

import app.notebook.core.ChoiceLine
import app.notebook.core.ChoiceOptions
import app.notebook.core.PersonText
import app.notebook.core.Seen
import app.notebook.core.SeenAs
import app.notebook.core.Shows
import app.notebook.core.What
import app.notebook.core.WhatOption
import app.notebook.core.WhoOption
import java.time.LocalDate

/** Someone she sees, as she writes of them. */
data class SeenFields(val text: PersonText, val seen: Seen)

/** The fields of someone as they were kept, or of someone new. */
fun SeenFields(at: SeenEdit) =
    SeenFields(
        at.line?.text ?: PersonText("", "", ""),
        at.line?.seen ?: Seen(SeenAs.CLINICIAN, null, ""),
    )

/** Whether nothing is written of them yet. */
internal val SeenFields.isEmpty
    get() = words().all(String::isBlank)

internal fun SeenFields.words() = listOf(text.name, text.number, text.note, seen.again)

internal fun SeenFields.whole() = SeenFields(text.whole(), seen.copy(again = whole(seen.again)))

/** What someone is called, by what they are. */
val SeenAs.word: String
    get() =
        when (this) {
            SeenAs.CLINICIAN -> CardNames.SEEN_CLINICIAN
            SeenAs.WORKER -> CardNames.SEEN_WORKER
            SeenAs.PLACE -> CardNames.SEEN_PLACE
            SeenAs.ROLE -> CardNames.SEEN_ROLE
        }

/** What someone may be shown, as she chooses it; [ends] if there is a last day on which it counts. */
data class ChoiceFields(
    val person: String? = null,
    val about: What = What.Everything,
    val shows: Shows = Shows.ASK,
    val ends: Boolean = false,
    val day: DayFields = DayFields(),
)

/** A choice as it was made, or a new one. */
fun ChoiceFields(line: ChoiceLine?): ChoiceFields {
    val day = line?.last?.let { DayFields(LocalDate.parse(it)) }
    return line?.rule?.run { ChoiceFields(person, what, shows, day != null, day ?: DayFields()) } ?: ChoiceFields()
}

/** The choice that it is no more: one that is about another thing, or for someone else, is another one. */
internal fun ChoiceFields.replaced(line: ChoiceLine?): String? =
    line?.takeIf { it.rule.person != person || it.rule.what != about }?.id

/** For whom it can be: also for one who is gone by now, if she had chosen for them. */
internal fun ChoiceOptions.whoFor(line: ChoiceLine?): List<WhoOption> {
    val lost = line?.takeIf { one -> who.none { it.person == one.rule.person } }
    return who + listOfNotNull(lost?.let { WhoOption(it.rule.person, it.who) })
}

/** What it can be about: also what is gone by now, if she had chosen about it. */
internal fun ChoiceOptions.whatFor(line: ChoiceLine?): List<WhatOption> {
    val lost = line?.takeIf { one -> what.none { it.what == one.rule.what } }
    return what + listOfNotNull(lost?.let { WhatOption(it.rule.what, it.what) })
}

/** What it is called. */
val Shows.word: String
    get() =
        when (this) {
            Shows.SHOW -> CardNames.CHOICE_SHOW
            Shows.ASK -> CardNames.CHOICE_ASK
            Shows.NEVER -> CardNames.CHOICE_NEVER
        }

/** What was chosen, and until when. */
internal fun Texts.choice(line: ChoiceLine): String {
    val gaps = arrayOf(CardNames.GAP_WHAT to line.what, CardNames.GAP_SHOWS to line.shows)
    val until = line.until ?: return filled(CardNames.CHOICE_OF, *gaps)
    return filled(CardNames.CHOICE_OF_UNTIL, *gaps, CardNames.GAP_DAY to until)
}
