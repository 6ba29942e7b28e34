package app.notebook.ui

/** Secrets that must outlive one tap: a PIN until it was put in twice, words until a new PIN is there. */
internal class Held {
    private var pin: ByteArray? = null
    private var first: ByteArray? = null
    private var words: ByteArray? = null

    /** Where the copy lies that she chose. */
    var copy: CopyPlace? = null

    /** Holds a copy of a PIN until it comes once more. */
    fun once(typed: ByteArray) {
        pin?.fill(0)
        pin = typed.copyOf()
    }

    /** Whether it is the same once more. It is held no longer. */
    fun again(typed: ByteArray): Boolean {
        val same = pin?.contentEquals(typed) == true
        pin?.fill(0)
        pin = null
        return same
    }

    /** Holds a copy of the first notebook's PIN while the second's is chosen. */
    fun holdFirst(typed: ByteArray) {
        first = typed.copyOf()
    }

    /** Whether it is the first notebook's PIN, which the second can't have too. */
    fun isFirst(typed: ByteArray) = first?.contentEquals(typed) == true

    /** The first notebook's PIN; the caller zeroes it. */
    fun takeFirst(): ByteArray? = first.also { first = null }

    /** Holds words of a copy or of a recovery; they are given away with it. */
    fun holdWords(typed: ByteArray) {
        words?.fill(0)
        words = typed
    }

    /** A copy of the words, which the caller zeroes. */
    fun words(): ByteArray = words?.copyOf() ?: ByteArray(0)

    /** Zeroes all. */
    fun wipe() {
        listOf(pin, first, words).forEach { it?.fill(0) }
        pin = null
        first = null
        words = null
        copy = null
    }
}
