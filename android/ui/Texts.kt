package app.notebook.ui

import androidx.compose.runtime.staticCompositionLocalOf
import app.notebook.core.Filling
import app.notebook.core.Gap
import app.notebook.core.Language
import app.notebook.core.NotebookException
import app.notebook.core.Pack
import app.notebook.core.Said
import java.time.LocalDate

/** All that a screen says, in the words of one pack: fetched in one call, so that drawing crosses no border. */
class Texts(val pack: Pack, language: String) {
    private val said = Said(pack, language)

    /** The language that is spoken. */
    val language: Language = said.language()
    private val whole: Map<String, String> = said.all()

    /** The message of this name, which has no gaps. */
    operator fun get(name: String): String = whole[name] ?: said.text(name, emptyList())

    /** A message with a number in its gap, which also chooses between "one note" and "two notes". */
    fun count(name: String, count: ULong, gap: String = "count"): String =
        said.text(name, listOf(Gap(gap, Filling.Number(count))))

    /** What a key of the number pad is called: its [row] and its place in it, from 1. */
    fun padKey(row: Int, key: Int): String =
        said.text(Names.PAD_KEY, listOf(gap("row", row), gap("key", key)))

    private fun gap(name: String, number: Int) = Gap(name, Filling.Number(number.toULong()))

    /** A message with a text in its gap. */
    fun with(name: String, text: String, gap: String = "name"): String =
        said.text(name, listOf(Gap(gap, Filling.Text(text))))

    /** A message with several texts in its gaps, by their names. */
    fun filled(name: String, vararg texts: Pair<String, String>): String =
        said.text(name, texts.map { (gap, text) -> Gap(gap, Filling.Text(text)) })

    /** A day, with its year if that is not the one that it is now. */
    fun day(day: LocalDate, now: LocalDate = LocalDate.now()): String {
        val name = if (day.year == now.year) DateNames.DATE_THIS_YEAR else DateNames.DATE
        return said.text(name, dayGaps(day) + Gap("year", Filling.Text(day.year.toString())))
    }

    private fun dayGaps(day: LocalDate) =
        listOf(gap("weekday", day.dayOfWeek.value), gap("day", day.dayOfMonth), gap("month", day.monthValue))

    /** A weekday in two letters; 1 is Monday. */
    fun weekday(day: Int): String = said.text(DateNames.MONTH_WEEKDAY, listOf(gap("weekday", day)))

    /** The name of a month. */
    fun month(year: Int, month: UInt): String =
        said.text(DateNames.MONTH_NAME, listOf(gap("month", month.toInt()), Gap("year", Filling.Text(year.toString()))))

    /** Whether they are those of a full notebook, which alone has Right now and Numbers. */
    val areFull
        get() = pack == Pack.FULL

    /** What to say of a failure; [wrongSecret] names what to say where no PIN, but words were asked for. */
    fun explain(failure: NotebookException, wrongSecret: String? = null): String =
        if (failure is NotebookException.WrongSecret && wrongSecret != null) get(wrongSecret)
        else said.explain(failure)
}

/** The words of the screen. */
val LocalTexts = staticCompositionLocalOf<Texts> { error("no words were given") }
