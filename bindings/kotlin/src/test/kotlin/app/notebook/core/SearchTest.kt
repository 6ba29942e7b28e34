package app.notebook.core

import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue

/** Search, and the words around what was found. */
class SearchTest {
    private val phone = Phone().begin()
    private val notebooks = phone.notebooks

    @AfterTest
    fun end() = phone.close()

    private fun found(text: String) = notebooks.find(text).lines.ids

    @Test
    fun `beginnings of words find a note, whatever case and accents`() {
        val cafe = notebooks.add("We met in the Café Österreich, it wasn't far")
        notebooks.add("Tea at home")
        for (typed in listOf("café", "CAFE", "caf oster", "österr", "wasn’t", "far met")) {
            assertEquals(listOf(cafe), found(typed), typed)
        }
        for (typed in listOf("afe", "cafe tea", "coffee", "", "  ", "…", "\"")) {
            assertTrue(found(typed).isEmpty(), typed)
        }
    }

    @Test
    fun `titles are found, and any script`() {
        val titled = notebooks.add("Nothing", "Zinnia")
        val thai = notebooks.add("วันนี้ฉันไปที่สวน")
        val arabic = notebooks.add("ذهبتُ إلى المكتبة")
        assertEquals(listOf(titled), found("zin"))
        assertEquals(listOf(thai), found("สวน"))
        assertEquals(listOf(arabic), found("ذهبت"))
    }

    @Test
    fun `an edited note is found by its new words only`() {
        val id = notebooks.add("Zinnia")
        notebooks.editNote(id, null, "Aster")
        assertTrue(found("zinnia").isEmpty())
        assertEquals(listOf(id), found("aster"))
    }

    @Test
    fun `what is found comes in pages, the newest first`() {
        val all = List(60) {
            phone.device.now += MINUTE_MS
            notebooks.add("Pea number $it")
        }.reversed()
        val first = notebooks.find("pea")
        val second = notebooks.find("pea", after = first.lines.last().id)
        assertEquals(all, (first.lines + second.lines).ids)
        assertEquals(50, first.lines.size)
        assertEquals(true to false, first.more to second.more)
    }

    @Test
    fun `a search can keep to a topic`() {
        val garden = notebooks.add("Sow peas", topics = listOf("garden"))
        notebooks.add("Cook peas", topics = listOf("kitchen"))
        assertEquals(listOf(garden), notebooks.find("pea", "Garden").lines.ids)
        val told = assertFailsWith<NotebookException.NotFound> { notebooks.find("pea", "cellar") }
        assertEquals(Thing.TOPIC, told.what)
    }

    @Test
    fun `the words around show what was found`() {
        val id = notebooks.add("We met in the Café Österreich, far off")
        val pieces = notebooks.around(id, "oster cafe")
        val expected =
            listOf(
                Piece("We met in the ", false),
                Piece("Café", true),
                Piece(" ", false),
                Piece("Österreich", true),
                Piece(", far off", false),
            )
        assertEquals(expected, pieces)
    }

    @Test
    fun `of a long note only the words around are shown`() {
        val id = notebooks.add("before ".repeat(500) + "zinnia" + " after".repeat(500))
        val pieces = notebooks.around(id, "zinnia")
        assertEquals(listOf("zinnia"), pieces.filter { it.found }.map { it.text })
        assertTrue(pieces.sumOf { it.text.length } < 250)
        assertTrue(pieces.first().text.startsWith("…") && pieces.last().text.endsWith("…"))
    }

    @Test
    fun `found in the title alone there is nothing around`() {
        val id = notebooks.add("Nothing", "Zinnia")
        assertTrue(notebooks.around(id, "zinnia").isEmpty())
        assertFalse(notebooks.around(id, "noth").isEmpty())
    }
}
