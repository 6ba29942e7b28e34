package app.notebook.android

import java.io.File
import java.io.FileOutputStream
import java.io.IOException

/**
 * The ids of what the phone is to wake this app for and has not shown, one a line. The phone itself can't be asked for
 * them.
 */
internal class WaitingIds(private val file: File) {
    /** None if nothing waits. */
    fun read(): Set<String> = if (file.exists()) file.readLines().filterTo(mutableSetOf(), String::isNotEmpty) else emptySet()

    /** Puts these in place of what was there: whole, or not at all. Without any there is no file. */
    fun write(ids: Set<String>) {
        if (ids.isEmpty()) {
            if (!file.delete() && file.exists()) throw IOException()
            return
        }
        val new = File(file.path + ".new")
        FileOutputStream(new).use {
            it.write(ids.joinToString("\n").encodeToByteArray())
            it.fd.sync()
        }
        if (!new.renameTo(file)) throw IOException()
    }
}
