package app.notebook.preview

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.v2.runDesktopComposeUiTest
import androidx.compose.ui.text.TextLayoutResult
import androidx.compose.ui.text.style.ResolvedTextDirection
import app.notebook.core.Language
import app.notebook.core.Pack
import app.notebook.core.languages
import app.notebook.ui.BAR_TAG
import app.notebook.ui.LocalTexts
import app.notebook.ui.Look
import app.notebook.ui.LookScreen
import app.notebook.ui.Names
import app.notebook.ui.Session
import app.notebook.ui.Texts
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.mapNotNull
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.Test

/** The language of the screens: chosen, kept, and the way it runs. */
@OptIn(ExperimentalTestApi::class)
class LanguageTest {
    @Test
    fun sheChoosesALanguageAndAllSpeaksIt() = onScreen {
        firstRun(PIN)
        bar(Names.BAR_MORE)
        tap(Names.MORE_LOOK_LANGUAGE)
        see(Names.LOOK_LANGUAGE)
        tapText(nameOf(TURNED))
        nowIn(TURNED)
        see(Names.LOOK_LANGUAGE)
        home()
        see(Names.WRITE_FIELD)
        close()
        unlock(PIN)
    }

    @Test
    fun datesAreInHerLanguageToo() = onScreen {
        firstRun(PIN)
        write("A note", "Its text.")
        bar(Names.BAR_NOTES)
        until { isSeen("in the ") || isSeen("at night") }
        session.look(Look(language = TURNED))
        nowIn(TURNED)
        bar(Names.BAR_NOTES)
        until { !isSeen("in the ") && !isSeen("at night") }
        see(Names.LIST_FIND)
        seeText("A note")
    }

    @Test
    fun theWayItRunsFollowsTheLanguage() = onScreen(Screenful(width = WIDE)) {
        firstRun(PIN)
        assertTrue(closeButton() > WIDE * 3 / 4, "Close is at the end of the bar")
        session.look(Look(language = TURNED))
        nowIn(TURNED)
        see(Names.WRITE_FIELD)
        assertTrue(closeButton() < WIDE / 4, "the end of the bar is on the left")
        session.look(Look())
        nowIn("en")
        see(Names.WRITE_FIELD)
        assertTrue(closeButton() > WIDE * 3 / 4)
    }

    @Test
    fun digitsStayWhereTheHandKnowsThem() = onScreen(Screenful(width = WIDE, language = TURNED)) {
        firstRun(PIN)
        close()
        val places = (1..3).map { ui.onNode(key(it)).fetchSemanticsNode().boundsInRoot.left }
        assertEquals(places.sorted(), places)
    }

    @Test
    fun numbersAndEnglishRunTheirOwnWayAmongWordsThatRunTheOther() = onScreen(Screenful(language = TURNED)) {
        firstRun(PIN)
        tap(Names.RIGHT_NOW_TITLE)
        tap(Names.RIGHT_NOW_NUMBERS)
        tap(Names.PERSON_ADD)
        type(Names.PERSON_NAME, "Ines")
        type(Names.PERSON_NUMBER, "0117 496 0000")
        type(Names.PERSON_NOTE, "Not on Mondays.")
        tap(Names.DO_DONE)
        see(Names.PERSON_SAVED)
        assertEquals(ResolvedTextDirection.Ltr, wayOf("0117 496 0000"))
        assertEquals(ResolvedTextDirection.Ltr, wayOf("Not on Mondays."))
        assertEquals(ResolvedTextDirection.Rtl, wayOf(said(Names.NUMBERS_LIST)))
    }

    private fun Robot.wayOf(text: String): ResolvedTextDirection {
        val drawn = mutableListOf<TextLayoutResult>()
        val node = ui.onNode(hasText(text), useUnmergedTree = true).fetchSemanticsNode()
        node.config[SemanticsActions.GetTextLayoutResult].action?.invoke(drawn)
        return drawn.single().getParagraphDirection(0)
    }

    @Test
    fun theFirstRunIsInThePhonesOwnLanguage() = onScreen(Screenful(language = "$LONG-x-phone")) {
        nowIn(LONG)
        firstRun(PIN)
        assertEquals(LONG, session.now.value.texts?.language?.tag)
    }

    @Test
    fun whatSheChoseIsThereWhenItOpensAgainAndThePhonesOwnCanComeBack() = Place().use { place ->
        val home = Home(place.base)
        val once = home.session(OneCopy(place.copy))
        once.look(Look(language = LONG))
        runBlocking { once.close().join() }
        val again = home.session(OneCopy(place.copy))
        assertEquals(LONG, again.spoken())
        again.look(again.look.value.copy(language = null))
        runBlocking { again.close().join() }
        assertEquals("en", home.session(OneCopy(place.copy)).spoken())
    }

    @Test
    fun aLanguageThatIsNotThereAnyMoreGivesWayToThePhonesOwn() = Place().use { place ->
        val home = Home(place.base)
        home.looks.save(Look(language = "tlh"))
        assertEquals(TURNED, home.session(OneCopy(place.copy), language = TURNED).spoken())
    }

    @Test
    fun whereThereIsOneLanguageThereIsNoneToChoose() {
        assertFalse(offered(languages().take(1)))
        assertTrue(offered(languages()))
    }

    private fun offered(there: List<Language>): Boolean {
        var seen = false
        runDesktopComposeUiTest(WIDE, 900) {
            val texts = Texts(Pack.PLAIN, "en")
            setContent { CompositionLocalProvider(LocalTexts provides texts) { LookScreen(Look(), there, {}, {}) } }
            seen = onAllNodes(hasText(texts[Names.LOOK_LANGUAGE])).fetchSemanticsNodes().isNotEmpty()
        }
        return seen
    }

    private fun Session.spoken(): String {
        start()
        return runBlocking { withTimeout(30.seconds) { now.mapNotNull { it.texts }.first().language.tag } }
    }

    private fun Robot.closeButton(): Float {
        val close = hasText(said(Names.BAR_CLOSE)) and hasClickAction() and hasAnyAncestor(hasTestTag(BAR_TAG))
        until { ui.onAllNodes(close).fetchSemanticsNodes().isNotEmpty() }
        return ui.onNode(close).fetchSemanticsNode().boundsInRoot.center.x
    }

    private companion object {
        const val PIN = "271828"
        const val WIDE = 412
        const val LONG = "en-XA"
        const val TURNED = "ar-XB"

        fun nameOf(tag: String) = languages().first { it.tag == tag }.name
    }
}
