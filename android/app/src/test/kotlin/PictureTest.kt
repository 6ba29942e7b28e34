package app.notebook.android

import android.graphics.Bitmap
import android.graphics.Color
import app.notebook.ui.Attached
import app.notebook.ui.LARGEST_PICKED
import app.notebook.ui.Names
import app.notebook.ui.NoteRead
import app.notebook.ui.openAttachment
import java.io.RandomAccessFile
import kotlin.test.assertEquals
import kotlin.test.assertNull
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

/** A picture she picks on the system's page comes into the notebook, and is shown from there. */
@RunWith(RobolectricTestRunner::class)
class PictureTest {
    @Test
    fun aPickedPictureIsInTheNoteAndIsShown() = onPhone {
        val shelf = Shelf.put()
        val place = shelf.new("leaf.png")
        shelf.file("leaf.png").outputStream().use { leaf().compress(Bitmap.CompressFormat.PNG, 100, it) }
        firstRun()
        tap(Names.ADD_PICTURE)
        tap(Names.ADD_PICK)
        goAndChoose(place)
        see(Names.ATTACHMENT_IN)
        session.openAttachment((session.now.value.screen as NoteRead).page.attachments.single())
        until { session.now.value.screen is Attached }
        val shown = (session.now.value.screen as Attached).picture
        assertEquals(40 to 30, shown?.let { it.width to it.height })
        assertNull(session.senses.picture("no picture".toByteArray()))
    }

    @Test
    fun aPictureThatIsTooLargeIsToldAndNotKept() = onPhone {
        val shelf = Shelf.put()
        val place = shelf.new("leaf.png")
        RandomAccessFile(shelf.file("leaf.png"), "rw").use { it.setLength(LARGEST_PICKED + 1) }
        firstRun()
        tap(Names.ADD_PICTURE)
        tap(Names.ADD_PICK)
        goAndChoose(place)
        seeText("too large")
        bar(Names.BAR_NOTES)
        see(Names.LIST_EMPTY)
    }

    private fun leaf() = Bitmap.createBitmap(40, 30, Bitmap.Config.ARGB_8888).apply { eraseColor(Color.GREEN) }
}
