package app.notebook.preview

import app.notebook.ui.Names
import app.notebook.ui.back
import java.io.RandomAccessFile
import org.junit.Test

/** Whether the notebook is whole, asked from the screens. */
class CheckTest {
    @Test
    fun sheCanLookWhetherAllOfItIsWhole() = onScreen { place ->
        firstRun(PIN)
        write("By the river", "A grey heron stood there for an hour.")
        tap(Names.SAVE_NO)
        bar(Names.BAR_MORE)
        tap(Names.MORE_CHECK)
        see(Names.CHECK_GOOD)
        session.notebooks.idle()
        for (file in place.base.resolve("notebook").toFile().listFiles().orEmpty().filter { it.length() > 1 shl 20 }) {
            RandomAccessFile(file, "rw").use {
                it.seek(DAMAGED)
                it.write(ByteArray(16))
            }
        }
        tap(Names.MORE_CHECK)
        see(Names.CHECK_BAD)
        // What is not damaged is still there.
        session.back()
        see(Names.WRITE_FIELD)
    }

    private companion object {
        const val PIN = "271828"

        // In the sixth page of a file.
        const val DAMAGED = 5L * 4096 + 100
    }
}
