package app.notebook.ui

/** Text without halves of signs, which a keyboard may hand over between two keys and the core can't take. */
internal fun whole(text: String): String = text.encodeToByteArray().decodeToString()

/** What she is typing, of a note or of a new one. */
class Typing internal constructor(val note: String?, val title: String, val text: String) {
    internal val isBlank = title.isBlank() && text.isBlank()
    internal val titleOrNone = title.ifBlank { null }
}
