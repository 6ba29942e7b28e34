package app.notebook.preview

import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.performTextReplacement
import app.notebook.core.Pack
import app.notebook.ui.DateNames
import app.notebook.ui.DateRead
import app.notebook.ui.Names
import app.notebook.ui.Texts
import java.time.LocalDate

/** Puts down a date at 14:10 of a day, and is at its page then. */
fun Robot.putDown(title: String, day: LocalDate) {
    begin(title, day)
    tap(DateNames.DATE_KEEP)
    until { (session.now.value.screen as? DateRead)?.page?.title == title && session.now.value.question == null }
}

/** The same without keeping it yet. */
fun Robot.begin(title: String, day: LocalDate) {
    bar(DateNames.BAR_DATES)
    tap(DateNames.DATES_ADD)
    type(DateNames.DATE_NAME, title)
    day(day)
    type(DateNames.DATE_HOUR, "14")
    type(DateNames.DATE_MINUTE, "10")
}

fun Robot.day(day: LocalDate) {
    type(DateNames.DATE_DAY, day.dayOfMonth.toString())
    type(DateNames.DATE_MONTH, day.monthValue.toString())
    type(DateNames.DATE_YEAR, day.year.toString())
}

/** Sees this, whatever marks stand between its parts. */
@OptIn(ExperimentalTestApi::class)
fun Robot.seePlain(text: String) = until {
    val all = ui.onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.Text), useUnmergedTree = true)
    all.fetchSemanticsNodes().any { node ->
        node.config[SemanticsProperties.Text].any { said -> said.text.filterNot { it in '\u2066'..'\u2069' }.contains(text) }
    }
}

fun thingName(name: String, at: Int) = Texts(Pack.FULL, "en").count(name, at.toULong())

/** Writes one of the things that she wants to say. */
@OptIn(ExperimentalTestApi::class)
fun Robot.thing(at: Int, text: String) {
    val field = hasText(thingName(DateNames.PLAN_THING, at)) and hasSetTextAction()
    until { ui.onAllNodes(field).fetchSemanticsNodes().size == 1 }
    ui.onNode(field).performTextReplacement(text)
    ui.waitForIdle()
}

/** Through the pages of the first run to a plain notebook. */
fun Robot.plainRun(pin: String) {
    repeat(3) { page ->
        see(listOf(Names.FIRST_WHAT_TITLE, Names.FIRST_LOST, Names.FIRST_PIN)[page])
        tap(Names.DO_NEXT)
    }
    tap(Names.FIRST_ONE_PLAIN)
    twice(pin, Names.FIRST_CHOOSE, Names.FIRST_AGAIN)
    see(Names.WRITE_FIELD)
}
