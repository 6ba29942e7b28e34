package app.notebook.core

import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

/** Topics keep notes together. */
class TopicsTest {
    private val phone = Phone().begin()
    private val notebooks = phone.notebooks

    @AfterTest
    fun end() = phone.close()

    private fun counts() = notebooks.topics().map { it.name to it.notes }

    private fun assertNoTopic(ask: () -> Unit) {
        val told = assertFailsWith<NotebookException.NotFound> { ask() }
        assertEquals(Thing.TOPIC, told.what)
    }

    @Test
    fun `topics are listed by name, with how many notes have them`() {
        notebooks.add("One", topics = listOf("seeds", "Garden"))
        notebooks.add("Two", topics = listOf("Seeds"))
        assertEquals(listOf("Garden" to 1u, "seeds" to 2u), counts())
        assertEquals(2, notebooks.topics().map { it.id }.toSet().size)
    }

    @Test
    fun `a list keeps to one topic, however it is written`() {
        val one = notebooks.add("One", topics = listOf("Café"))
        notebooks.add("Two")
        assertEquals(listOf(one), notebooks.list("cafe").lines.ids)
        assertNoTopic { notebooks.list("tea") }
    }

    @Test
    fun `a note gets these topics and no others, and one without notes goes`() {
        val id = notebooks.add("One", topics = listOf("old", "both"))
        notebooks.setTopics(id, listOf("new", "both"))
        assertEquals(listOf("both", "new"), notebooks.page(id).topics)
        assertEquals(listOf("both" to 1u, "new" to 1u), counts())
        notebooks.setTopics(id, listOf())
        assertTrue(notebooks.topics().isEmpty())
    }

    @Test
    fun `topics alone can change while a draft waits`() {
        val id = notebooks.add("One")
        notebooks.saveDraft(id, null, "One more")
        notebooks.setTopics(id, listOf("new"))
        assertEquals("One more", notebooks.page(id).draft?.text)
    }

    @Test
    fun `a topic gets another name`() {
        val id = notebooks.add("One", topics = listOf("plants"))
        notebooks.renameTopic("plants", "Garden")
        assertEquals(listOf("Garden"), notebooks.page(id).topics)
        assertNoTopic { notebooks.renameTopic("plants", "Garden") }
        val told = assertFailsWith<NotebookException.NotUnderstood> { notebooks.renameTopic("Garden", " ") }
        assertEquals(Thing.TOPIC, told.what)
    }

    @Test
    fun `two topics of one name become one`() {
        val one = notebooks.add("One", topics = listOf("plants"))
        val two = notebooks.add("Two", topics = listOf("garden", "plants"))
        notebooks.renameTopic("plants", "Garden")
        assertEquals(listOf("Garden" to 2u), counts())
        assertEquals(setOf(one, two), notebooks.list("garden").lines.ids.toSet())
    }

    @Test
    fun `a note in the bin is not counted`() {
        val id = notebooks.add("One", topics = listOf("plants"))
        notebooks.binNote(id)
        assertEquals(listOf("plants" to 0u), counts())
    }
}
