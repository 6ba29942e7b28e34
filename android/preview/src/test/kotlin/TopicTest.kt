package app.notebook.preview

import app.notebook.ui.Names
import org.junit.Test

/** What she types of topics, when she leaves the page without a tap on Done. */
class TopicTest {
    @Test
    fun whatSheTypesOfATopicIsKeptWhenSheLeavesThePage() = onScreen {
        firstRun(PIN)
        write(TITLE, TEXT)
        bar(Names.BAR_NOTES)
        tapText(TITLE)
        tap(Names.DO_MORE)
        tap(Names.PAGE_TOPICS)
        type(Names.TOPICS_NEW, "Birds")
        back()
        seeText("Birds")
        bar(Names.BAR_NOTES)
        tap(Names.PAGE_TOPICS)
        tapText("Birds")
        tap(Names.TOPIC_NAME)
        type(Names.TOPIC_NAME_FIELD, "Herons")
        back()
        see(Names.TOPIC_RENAMED)
        tapText("Herons")
        tap(Names.TOPIC_NAME)
        type(Names.TOPIC_NAME_FIELD, "Egrets")
        close()
        unlock(PIN)
        bar(Names.BAR_NOTES)
        tap(Names.PAGE_TOPICS)
        seeText("Egrets")
    }

    @Test
    fun leavingThePageMakesNoTwoTopicsOne() = onScreen {
        firstRun(PIN)
        write(TITLE, TEXT)
        bar(Names.BAR_NOTES)
        tapText(TITLE)
        tap(Names.DO_MORE)
        tap(Names.PAGE_TOPICS)
        for (topic in listOf("Birds", "Herons")) {
            type(Names.TOPICS_NEW, topic)
            tap(Names.TOPICS_ADD)
            seeText(topic)
        }
        bar(Names.BAR_NOTES)
        tap(Names.PAGE_TOPICS)
        tapText("Birds")
        tap(Names.TOPIC_NAME)
        type(Names.TOPIC_NAME_FIELD, "herons")
        back()
        seeText(TITLE)
        back()
        seeText("Birds")
        seeText("Herons")
    }

    private companion object {
        const val PIN = "271828"
        const val TITLE = "By the river"
        const val TEXT = "A grey heron stood there for an hour."
    }
}
