package app.notebook.android

import java.io.File
import java.util.Base64
import java.util.Properties

/** What lies in the file of the other way in: a [mark] in clear, and a secret that only the key store opens. */
internal class KeptSecret(val mark: String, val iv: ByteArray, val sealed: ByteArray) {
    /** Writes it, in place of what was there. */
    fun write(file: File) {
        val lines = listOf("mark" to mark, "iv" to text(iv), "sealed" to text(sealed))
        // Not by Properties, which would write down when.
        file.writeText(lines.joinToString("") { (name, value) -> "$name=$value\n" })
    }

    internal companion object {
        /** Reads it; null if there is none, or it is not whole. */
        fun read(file: File): KeptSecret? {
            if (!file.exists()) return null
            val kept = Properties().apply { file.inputStream().use(::load) }
            val bytes = { name: String -> kept.getProperty(name)?.let(::bytes) }
            return KeptSecret(kept.getProperty("mark") ?: return null, bytes("iv") ?: return null, bytes("sealed") ?: return null)
        }

        private fun text(bytes: ByteArray) = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)

        private fun bytes(text: String): ByteArray? =
            try {
                Base64.getUrlDecoder().decode(text)
            } catch (_: IllegalArgumentException) {
                null
            }
    }
}
