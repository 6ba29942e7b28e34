package app.notebook.preview

import androidx.compose.ui.test.ExperimentalTestApi
import app.notebook.core.Answer
import app.notebook.core.CardEntry
import app.notebook.core.Section
import app.notebook.core.ShownPart
import app.notebook.ui.CardHome
import app.notebook.ui.CardList
import app.notebook.ui.CardNames
import app.notebook.ui.MyCard
import app.notebook.ui.Names
import app.notebook.ui.NotesList
import app.notebook.ui.PastCards
import app.notebook.ui.Place as Where
import app.notebook.ui.SectionEdit
import app.notebook.ui.WriteNew
import app.notebook.ui.add
import app.notebook.ui.addSection
import app.notebook.ui.answerYes
import app.notebook.ui.cardDone
import app.notebook.ui.changeSection
import app.notebook.ui.clearPastCards
import app.notebook.ui.go
import app.notebook.ui.isFull
import app.notebook.ui.keepPastCards
import app.notebook.ui.moveUp
import app.notebook.ui.phrases
import app.notebook.ui.pick
import app.notebook.ui.showSomeone
import app.notebook.ui.shown
import app.notebook.ui.takeOff
import app.notebook.ui.takeOutSection
import app.notebook.ui.typed
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.junit.Test

/** Her card over the real core: written by fields and by picked phrases, kept, and had back. */
@OptIn(ExperimentalTestApi::class)
class CardTest {
    @Test
    fun sheWritesHerCardByTapsAndByHerOwnWords() = onScreen {
        firstRun(PIN)
        bar(CardNames.BAR_CARD)
        see(CardNames.CARD_WHAT)
        tap(CardNames.CARD_WRITE)
        see(CardNames.CARD_NOT_YET)
        tapText("Today I want")
        tapText("Help with sleep")
        type(CardNames.CARD_PICK_OWN, "  A window seat ")
        tap(CardNames.CARD_PICK_ADD)
        tapText("Move up")
        tap(Names.DO_DONE)
        see(CardNames.CARD_KEPT)
        seeText("A window seat")
        val wants = at<MyCard>().page.card.wants
        assertEquals(CardEntry.Own("A window seat"), wants.first())
        assertEquals(2, wants.size)
        bar(CardNames.BAR_CARD)
        see(CardNames.CARD_SHOW)
        assertFalse(isSeen("A window seat"), "what stands on the card does not show on the way to it")
    }

    @Test
    fun howToReachHerIsKeptAsSheAnswers() = onScreen {
        firstRun(PIN)
        openSection(Section.REACH)
        see(CardNames.CARD_REACH_WHAT)
        type(CardNames.SHOWN_NUMBER, "07700 900123")
        section { it.copy(card = it.card.copy(reach = it.card.reach.copy(voicemail = Answer.NO))) }
        val page = sectionDone().page
        assertEquals("07700 900123" to Answer.NO, page.card.reach.run { number to voicemail })
        assertTrue(page.lines.first { it.part == ShownPart.Section(Section.REACH) }.text.contains("07700 900123"))
    }

    @Test
    fun threeThingsAreAllSheWants() = onScreen {
        firstRun(PIN)
        val at = openSection(Section.WANTS)
        val full = section { fields -> at.choices.wants.take(4).fold(fields) { all, one -> all.pick(one, CardList.WANTS, true) } }
        assertTrue(full.isFull(CardList.WANTS))
        assertEquals(3, full.shown(CardList.WANTS, at.choices).size)
        val more = full.copy(typing = mapOf(CardList.WANTS to "One more"))
        assertEquals(3, more.typed(at.part).wants.size)
        val last = more.takeOff(0, CardList.WANTS).typed(at.part).wants.last()
        assertEquals(CardEntry.Own("One more"), last, "what is typed and not added is kept too")
        val typing = full.takeOff(0, CardList.WANTS).copy(typing = mapOf(CardList.WANTS to "One more"))
        val picked = typing.pick(at.choices.wants[3], CardList.WANTS, true).typed(at.part).wants
        assertEquals(CardEntry.Own("One more"), picked.last(), "no phrase takes the place of what is typed")
    }

    @Test
    fun aPhraseOfALaterVersionIsKeptAndNotShown() = onScreen {
        firstRun(PIN)
        val wants = listOf(CardEntry.Own("One"), CardEntry.Picked("want-later"), CardEntry.Own("Two"))
        session.notebooks.setCard(session.notebooks.card("en").card.copy(wants = wants))
        val at = openSection(Section.WANTS)
        val fields = section { it.moveUp(2, CardList.WANTS, at.choices) }
        assertEquals(listOf("Two", "One"), fields.shown(CardList.WANTS, at.choices).map { it.text })
        assertTrue(fields.isFull(CardList.WANTS))
        assertEquals(listOf(wants[2], wants[0], wants[1]), sectionDone().page.card.wants)
    }

    @Test
    fun whatSheWroteIsKeptWhenSheLeavesThePageAndAtClose() = onScreen {
        firstRun(PIN)
        openSection(Section.MEDICINES)
        type(CardNames.SHOWN_TAKES, "Iron")
        bar(Names.BAR_NOTES)
        see(CardNames.CARD_KEPT)
        openSection(Section.MEDICINES)
        type(CardNames.SHOWN_ALLERGIES, "Plasters")
        back()
        see(CardNames.CARD_KEPT)
        openSection(Section.PLEASE)
        section { it.copy(typing = mapOf(CardList.PLEASE_NOT to "Hurry")) }
        close()
        unlock(PIN)
        val card = goTo<MyCard>(Where.MY_CARD).page.card
        assertEquals("Iron" to "Plasters", card.medicines to card.allergies)
        assertEquals(listOf<CardEntry>(CardEntry.Own("Hurry")), card.pleaseNot)
    }

    @Test
    fun whatCanNotBeKeptAtCloseIsANote() = onScreen {
        firstRun(PIN)
        openSection(Section.MEDICINES)
        type(CardNames.SHOWN_TAKES, "heron ".repeat(2_000))
        session.cardDone()
        until { session.now.value.notice?.trouble == true }
        at<SectionEdit>()
        close()
        unlock(PIN)
        assertEquals(1, goTo<NotesList>(Where.NOTES).lines.size)
    }

    @Test
    fun theLastChangeIsHadBack() = onScreen {
        firstRun(PIN)
        openSection(Section.ABOUT)
        type(CardNames.SHOWN_NAME, "Ines")
        tap(Names.DO_DONE)
        seeText("Ines")
        tap(Names.DO_UNDO)
        see(CardNames.CARD_BACK_AGAIN)
        assertEquals("", at<MyCard>().page.card.about.name)
    }

    @Test
    fun aPartOfHerOwnIsAddedAndTakenOut() = onScreen {
        firstRun(PIN)
        goTo<MyCard>(Where.MY_CARD)
        session.addSection()
        at<SectionEdit>()
        type(CardNames.CARD_OWN_TITLE, "My dog")
        type(CardNames.CARD_OWN_TEXT, "He stays with me.")
        val page = sectionDone().page
        val own = page.card.sections.single()
        session.changeSection(page.lines.first { it.part == ShownPart.Own(own.id) })
        at<SectionEdit>()
        seeText("He stays with me.")
        session.takeOutSection()
        see(CardNames.CARD_OWN_IS_OFF)
        assertTrue(at<MyCard>().page.card.sections.isEmpty())
        tap(Names.DO_UNDO)
        see(CardNames.CARD_BACK_AGAIN)
        assertEquals(listOf(own), at<MyCard>().page.card.sections)
    }

    @Test
    fun olderCardsAreKeptOnlyWhileSheWantsThem() = onScreen {
        firstRun(PIN)
        goTo<PastCards>(Where.PAST_CARDS)
        session.keepPastCards(true)
        see(CardNames.CARD_PAST_ON)
        for (text in listOf("Iron", "Zinc")) {
            openSection(Section.MEDICINES)
            section { it.copy(card = it.card.copy(medicines = text)) }
            sectionDone()
        }
        assertTrue(goTo<PastCards>(Where.PAST_CARDS).page.cards.any { "Iron" in it.text })
        session.clearPastCards()
        see(CardNames.CARD_PAST_CLEAR_WHAT)
        session.answerYes()
        see(CardNames.CARD_PAST_CLEARED)
        assertTrue(at<PastCards>().page.cards.isEmpty())
    }

    @Test
    fun aPlainNotebookHasNoCard() = onScreen {
        plainRun(PIN)
        assertFalse(isSeen(said(CardNames.BAR_CARD)))
        see(Names.BAR_WRITE)
        for (place in listOf(Where.CARD, Where.MY_CARD, Where.PAST_CARDS, Where.SEEN, Where.CHOICES, Where.SHOWN)) {
            session.go(place)
            until { session.now.value.notice?.trouble == true }
            at<WriteNew>()
            session.go(Where.MORE)
            until { session.now.value.notice == null }
            session.go(Where.WRITE)
            at<WriteNew>()
        }
        session.showSomeone()
        until { session.now.value.notice?.trouble == true }
        at<WriteNew>()
    }

    private companion object {
        const val PIN = "271828"
    }
}
