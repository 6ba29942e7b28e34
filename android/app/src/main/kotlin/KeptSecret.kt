package app.notebook.android

import java.io.File
import java.io.FileOutputStream
import java.io.IOException

/** What lies in the file of the other way in: which of two keys sealed it, and the secret that only that key opens. */
internal class KeptSecret(val key: Int, val iv: ByteArray, val sealed: ByteArray) {
    /** Puts it in place of what was there: whole, or not at all. */
    fun write(file: File) {
        val new = File(file.path + ".new")
        FileOutputStream(new).use {
            it.write(byteArrayOf(VERSION, key.toByte(), iv.size.toByte()) + iv + sealed)
            it.fd.sync()
        }
        if (!new.renameTo(file)) throw IOException()
    }

    internal companion object {
        private const val VERSION: Byte = 1
        private const val HEAD = 3

        /** Reads it; null if there is none, or it was not written by this version. */
        fun read(file: File): KeptSecret? {
            if (!file.exists()) return null
            val bytes = file.readBytes()
            if (bytes.size <= HEAD || bytes[0] != VERSION || bytes[2] < 0 || bytes.size <= HEAD + bytes[2]) return null
            val end = HEAD + bytes[2]
            return KeptSecret(bytes[1].toInt(), bytes.copyOfRange(HEAD, end), bytes.copyOfRange(end, bytes.size))
        }
    }
}
