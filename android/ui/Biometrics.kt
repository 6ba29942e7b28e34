package app.notebook.ui

/** What the phone's own page says: above all, and on the button that leads away from it. */
class Asking(val title: String, val no: String)

/** What came of asking the phone for what it keeps. */
sealed interface Checked {
    /** It was she. The caller zeroes the [secret]. */
    class Passed(val secret: ByteArray) : Checked

    /** She turned away from it, or the phone ended it: nothing to say. */
    data object Left : Checked

    /** The phone does not let it open now, after too many tries or for reasons of its own. */
    data object Refused : Checked

    /** What was kept is lost, as it must be once another finger or face was added to the phone. */
    data object Changed : Checked
}

/**
 * A check of a finger or a face, and the one secret that the phone keeps behind it: of whichever notebook turned it on
 * last. It is a setting of the phone, the same in every notebook. A shell without such a check gives none of this.
 */
interface Biometrics {
    /** Whether the phone knows a finger or a face by now. */
    val knowsSomeone: Boolean

    /** Whether a secret is kept. */
    val isOn: Boolean

    /**
     * Lets her pass the check, and then keeps what [make] gives, in place of what was kept; [make]'s bytes are zeroed.
     * Answers whether it is kept; if she did not pass, nothing has changed.
     */
    suspend fun keep(asking: Asking, make: suspend () -> ByteArray): Boolean

    /** What is kept, once she has passed the check. */
    suspend fun check(asking: Asking): Checked

    /** Destroys what is kept. It never fails. */
    fun forget()
}
