package app.notebook.core

import java.nio.file.Path
import java.util.zip.ZipFile
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readBytes
import kotlin.io.path.readText
import kotlin.io.path.writeBytes
import kotlin.io.path.writeText
import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue

/** Sealed copies, what comes back from them, and open copies. */
class CopiesTest {
    private val phone = Phone().begin()
    private val other = Phone().begin()
    private val hers = phone.notebooks
    private val file = phone.beside("notes.age")
    private val stopped = Work().apply { stop() }

    @AfterTest
    fun end() {
        phone.close()
        other.close()
    }

    /** A note with a picture, one in the bin, and one with an earlier text. */
    private fun write() {
        hers.setKeepsHistory(true)
        hers.attach(hers.add("With a picture", "Leaf", listOf("garden")), "leaf.jpg", cameraPicture())
        hers.binNote(hers.add("In the bin"))
        val edited = hers.add("Old")
        phone.device.now += MINUTE_MS
        hers.editNote(edited, null, "New")
    }

    private fun copy(work: Work = Work()) = hers.makeCopy(file.toString(), "en", work)

    private fun Notebooks.preview(words: Iterable<String>, from: Path = file, work: Work = Work()) =
        previewCopy(from.toString(), words.joinToString(" ").encodeToByteArray(), work)

    private fun Notebooks.restore(words: Iterable<String>, from: Path = file, work: Work = Work()) =
        restoreCopy(from.toString(), words.joinToString(" ").encodeToByteArray(), work)

    private fun names(folder: Path) = folder.listDirectoryEntries().map { it.name }.toSet()

    @Test
    fun `a copy tells what it holds, and gives its words`() {
        write()
        val made = copy()
        val bytes = cameraPicture().size.toULong()
        assertEquals(12, made.words.size)
        assertEquals(Contents(phone.device.now, 3UL, 1UL, 1UL, bytes, MORNING, MORNING, 0UL, 0UL, 0UL, 0UL, 0UL, 0UL), made.holds)
        assertFalse(file.readBytes().holds("With a picture"))
    }

    @Test
    fun `another phone first shows what would come, then takes it in`() {
        write()
        val made = copy()
        val preview = other.notebooks.preview(made.words)
        assertEquals(Restored(phone.device.now, 3UL, 0UL, 0UL, 0UL, 1UL, 0UL, 0UL, 0UL, 0UL, 0UL, 0UL), preview)
        assertTrue(other.notebooks.list().lines.isEmpty())
        assertEquals(preview, other.notebooks.restore(made.words))
        assertSameNotes()
        assertEquals(3UL to 0UL, other.notebooks.restore(made.words).run { same to new })
    }

    private fun assertSameNotes() {
        val theirs = other.notebooks
        assertEquals(hers.list().lines, theirs.list().lines)
        assertEquals(hers.binned().lines, theirs.binned().lines)
        for (line in hers.list().lines) {
            assertEquals(hers.page(line.id).copy(keepsHistory = false), theirs.page(line.id))
        }
        val picture = hers.list("garden").lines.single().id.let { hers.page(it).attachments.single().id }
        assertContentEquals(hers.attachment(picture, Work()).bytes, theirs.attachment(picture, Work()).bytes)
        assertTrue(theirs.find("picture").lines.isNotEmpty())
    }

    @Test
    fun `words that were changed since stay, and the old come in beside them`() {
        val id = hers.add("Old")
        val made = copy()
        hers.editNote(id, null, "New")
        assertEquals(1UL, hers.restore(made.words).differing)
        assertEquals("New", hers.page(id).text)
        assertEquals(setOf("Old", "New"), hers.list().lines.map { hers.page(it.id).text }.toSet())
    }

    @Test
    fun `what she deleted for good stays gone`() {
        val id = hers.add("Gone")
        val made = copy()
        hers.deleteNoteForGood(id)
        assertEquals(1UL, hers.restore(made.words).deletedHere)
        assertTrue(hers.list().lines.isEmpty())
    }

    @Test
    fun `other words open no copy, and too few are told as such`() {
        copy()
        val others = "legal winner thank year wave sausage worth useful legal winner thank yellow".split(' ')
        assertFailsWith<NotebookException.WrongSecret> { other.notebooks.preview(others) }
        assertFailsWith<NotebookException.WrongSecret> { other.notebooks.restore(others) }
        val told = assertFailsWith<NotebookException.NotUnderstood> { other.notebooks.preview(others.drop(1)) }
        assertEquals(Thing.WORDS, told.what)
    }

    @Test
    fun `a damaged copy brings nothing`() {
        write()
        val made = copy()
        val damaged = phone.beside("damaged.age")
        damaged.writeBytes(file.readBytes().also { it[it.size - 1] = (it[it.size - 1] + 1).toByte() })
        val told = assertFailsWith<NotebookException.Damaged> { other.notebooks.restore(made.words, damaged) }
        assertEquals(Part.COPY, told.part)
        assertTrue(other.notebooks.list().lines.isEmpty())
    }

    @Test
    fun `what is no copy, or not there, is told as such`() {
        val made = copy()
        val text = phone.beside("letter.txt").apply { writeText("Dear Ann") }
        val told = assertFailsWith<NotebookException.NotUnderstood> { hers.preview(made.words, text) }
        assertEquals(Thing.COPY, told.what)
        assertFailsWith<NotebookException.File> { hers.preview(made.words, phone.beside("nothing")) }
    }

    @Test
    fun `a copy is never written over something`() {
        file.writeText("Something else")
        assertFailsWith<NotebookException.AlreadyThere> { copy() }
        assertEquals("Something else", file.readText())
    }

    @Test
    fun `work tells how far it is`() {
        write()
        val work = Work()
        assertEquals(HowFar(0UL, 0UL), work.howFar())
        copy(work)
        val (done, total) = work.howFar()
        assertTrue(total > 0UL)
        assertEquals(total, done)
    }

    @Test
    fun `work that is stopped leaves nothing behind`() {
        write()
        val open = phone.beside("open.zip").toString()
        val before = names(file.parent)
        assertFailsWith<NotebookException.Stopped> { copy(stopped) }
        assertFailsWith<NotebookException.Stopped> { hers.openCopy(open, true, "en", stopped) }
        assertEquals(before, names(file.parent))
        val made = copy()
        assertFailsWith<NotebookException.Stopped> { other.notebooks.preview(made.words, work = stopped) }
        assertFailsWith<NotebookException.Stopped> { other.notebooks.restore(made.words, work = stopped) }
        assertTrue(other.notebooks.list().lines.isEmpty())
    }

    @Test
    fun `an open copy is plain files, pictures without what the camera wrote`() {
        write()
        val open = phone.beside("open.zip")
        val told = hers.previewOpenCopy(false, Work())
        assertEquals(OpenCopy(3UL, 1UL, 1UL, 0UL, 0UL, 0UL, 0UL, 0UL, 0UL, 0UL), told)
        assertFalse(open.exists())
        assertEquals(told, hers.openCopy(open.toString(), false, "en", Work()))
        val files = unzipped(open)
        assertContains(files.getValue("READ ME.txt").decodeToString(), "Any one who can open this folder can read them.")
        assertTrue(files.any { (name, bytes) -> name.startsWith("notes/") && "With a picture" in bytes.decodeToString() })
        val picture = files.filterKeys { it.startsWith("attachments/") }.values.single()
        assertFalse(picture.holds(PLACE))
        assertContentEquals(pointsOf(cameraPicture()), pointsOf(picture))
    }

    @Test
    fun `what can't be cleaned goes into an open copy only if she says so`() {
        hers.attach(hers.add("Sound"), "sound.m4a", "????ftypM4A ?????".encodeToByteArray())
        val without = hers.openCopy(phone.beside("without").toString(), false, "en", Work())
        val with = hers.openCopy(phone.beside("with").toString(), true, "en", Work())
        assertEquals(OpenCopy(1UL, 0UL, 0UL, 1UL, 0UL, 0UL, 0UL, 0UL, 0UL, 0UL), without)
        assertEquals(OpenCopy(1UL, 0UL, 1UL, 0UL, 0UL, 0UL, 0UL, 0UL, 0UL, 0UL), with)
        assertTrue(unzipped(phone.beside("without")).keys.none { it.startsWith("attachments/") })
    }

    @Test
    fun `an open copy never takes the place of something else`() {
        val open = phone.beside("open.zip")
        open.writeText("Hers")
        assertFailsWith<NotebookException.AlreadyThere> { hers.openCopy(open.toString(), true, "en", Work()) }
        assertEquals("Hers", open.readText())
    }

    private fun unzipped(file: Path): Map<String, ByteArray> =
        ZipFile(file.toFile()).use { zip ->
            zip.entries().asSequence().associate { it.name to zip.getInputStream(it).readBytes() }
        }

    @Test
    fun `nothing is copied while it is locked`() {
        val made = copy()
        val beside = phone.beside("more").toString()
        hers.lock()
        assertFailsWith<NotebookException.Locked> { hers.makeCopy(beside, "en", Work()) }
        assertFailsWith<NotebookException.Locked> { hers.preview(made.words) }
        assertFailsWith<NotebookException.Locked> { hers.restore(made.words) }
        assertFailsWith<NotebookException.Locked> { hers.previewOpenCopy(true, Work()) }
        assertFailsWith<NotebookException.Locked> { hers.openCopy(beside, true, "en", Work()) }
    }
}
