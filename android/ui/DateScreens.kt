package app.notebook.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.unit.dp
import app.notebook.core.DateLine
import app.notebook.core.DatesPage
import app.notebook.core.MissingLine
import app.notebook.core.NextDate
import app.notebook.core.OutsideLine
import app.notebook.core.VisitStatus

/** The screens under Dates. */
@Composable
internal fun DateScreens(session: Session, screen: DatePlace) {
    val back = session::goBack
    when (screen) {
        is DatesList -> DatesScreen(screen.page, DatesActs(session))
        is EarlierDates -> EarlierDatesScreen(screen.lines, session::openDate, back)
        is MonthShown -> MonthScreen(screen.page, { session.openMonth(it) }, session::openDate, back)
        is DateRead -> DateScreen(screen, DateActs(session), back)
        is DateMove -> MoveScreen(session, screen.page)
        is DateFilling -> DateFillingScreens(session, screen)
        is PasteMessage -> PasteScreen(screen, session::readMessage, session::takeRead, session::newDate, session::openDate, back)
        is NoteOfDate -> NoteOfDateScreen(screen.lines, session::noteChosen, back)
        is ReminderSettings ->
            ReminderSettingsScreen(screen, session.reminderTimesOf(screen), ReminderSettingsActs(session), back)
    }
}

/** What can be done on the page of dates. */
class DatesActs(
    val open: (DateLine) -> Unit,
    val openMissing: (MissingLine) -> Unit,
    val add: () -> Unit,
    val paste: () -> Unit,
    val month: () -> Unit,
    val earlier: () -> Unit,
    val reminders: () -> Unit,
)

private fun DatesActs(session: Session) =
    DatesActs(
        session::openDate,
        session::openMissing,
        session::newDate,
        session::openPaste,
        { session.openMonth() },
        { session.go(Place.EARLIER_DATES) },
        session::openReminders,
    )

/** What is coming, by date and name; what the phone will show, and what it can't. */
@Composable
fun DatesScreen(page: DatesPage, acts: DatesActs) {
    val (texts, coming) = LocalTexts.current to page.coming
    val isEmpty = coming.dated.isEmpty() && coming.open.isEmpty()
    ListPage(
        texts[DateNames.BAR_DATES],
        top = {
            if (isEmpty) Say(texts[DateNames.DATES_EMPTY])
            WideButton(texts[DateNames.DATES_ADD], Act.MAIN, onClick = acts.add)
            WideButton(texts[DateNames.PASTE_TITLE], onClick = acts.paste)
        },
    ) {
        dateLines(texts[DateNames.DATES_COMING], coming.dated, acts.open)
        dateLines(texts[DateNames.VISITS_OPEN], coming.open, acts.open)
        missingLines(texts, page.missing, acts.openMissing)
        outsideLines(texts, page.outside)
        if (!isEmpty || coming.hasEarlier) item { OtherDates(coming.hasEarlier, acts) }
    }
}

@Composable
private fun OtherDates(hasEarlier: Boolean, acts: DatesActs) {
    val texts = LocalTexts.current
    Column(verticalArrangement = Arrangement.spacedBy(12.dp)) {
        WideButton(texts[DateNames.DATES_MONTHS], onClick = acts.month)
        if (hasEarlier) WideButton(texts[DateNames.DATES_EARLIER], onClick = acts.earlier)
        WideButton(texts[DateNames.REMINDERS_TITLE], onClick = acts.reminders)
    }
}

private fun LazyListScope.dateLines(heading: String, lines: List<DateLine>, onOpen: (DateLine) -> Unit) {
    if (lines.isEmpty()) return
    item { Heading(heading) }
    items(lines) { DateItem(it, onOpen) }
}

private fun LazyListScope.missingLines(texts: Texts, lines: List<MissingLine>, onOpen: (MissingLine) -> Unit) {
    if (lines.isEmpty()) return
    item { Heading(texts[DateNames.DATES_MISSING]) }
    items(lines) { line -> ListLine(line.title, line.why) { onOpen(line) } }
}

private fun LazyListScope.outsideLines(texts: Texts, lines: List<OutsideLine>) {
    if (lines.isEmpty()) return
    item { Heading(texts[DateNames.REMINDERS_OUTSIDE]) }
    item { Say(texts[DateNames.DATES_OUTSIDE_WHAT], quiet = true) }
    items(lines) { line ->
        Column {
            Say(line.cover)
            Say(line.`when`, quiet = true)
        }
    }
}

/** A date in a list: its name, when, and if it is called off. */
@Composable
internal fun DateItem(line: DateLine, onOpen: (DateLine) -> Unit) {
    val off = LocalTexts.current[DateNames.DATE_OFF].takeIf { line.status == VisitStatus.CALLED_OFF }
    ListLine(line.title, listOfNotNull(line.`when`, off).joinToString(" · ")) { onOpen(line) }
}

/** Those that are over. Nothing is asked of them. */
@Composable
fun EarlierDatesScreen(lines: List<DateLine>, onOpen: (DateLine) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    ListPage(
        texts[DateNames.DATES_EARLIER],
        onBack,
        top = { if (lines.isEmpty()) Say(texts[DateNames.DATES_EARLIER_NONE]) },
    ) {
        items(lines) { DateItem(it, onOpen) }
    }
}

/** The next date on the page to write on, and in one quiet line that a reminder can't come. */
@Composable
internal fun NextLine(next: NextDate, onOpen: (DateLine) -> Unit, onDates: () -> Unit) {
    val (texts, line) = LocalTexts.current to next.next
    if (line != null) {
        Heading(texts[DateNames.DATES_NEXT])
        DateItem(line, onOpen)
    }
    if (next.missing.isNotEmpty()) ListLine(texts[DateNames.DATES_MISSING_SEE], null, onDates)
}
