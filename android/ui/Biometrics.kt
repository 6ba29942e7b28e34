package app.notebook.ui

/** What the phone's own page says: above all, and on the button that leads away from it. */
class Asking(val title: String, val no: String)

/** What came of asking the phone for what it keeps. */
sealed interface Checked {
    /** It was she. The caller zeroes the [secret]. */
    class Passed(val secret: ByteArray) : Checked

    /** She turned away from it, or the phone did not know her: [told] if that is worth a word. */
    class NotPassed(val told: Boolean) : Checked

    /** Another finger or face was added to the phone since: what was kept is lost, as it must be. */
    data object Changed : Checked
}

/**
 * A check of a finger or a face, and the one secret that the phone keeps behind it: of whichever notebook turned it on
 * last. A shell without such a check gives none of this.
 */
interface Biometrics {
    /** Whether the phone knows a finger or a face by now. */
    val knowsSomeone: Boolean

    /** The mark beside what is kept; none if nothing is. */
    val mark: String?

    /** Keeps [secret] behind a check that she passes now, in place of what was kept; answers whether she did. */
    suspend fun keep(secret: ByteArray, mark: String, asking: Asking): Boolean

    /** What is kept, once she has passed the check. */
    suspend fun check(asking: Asking): Checked

    /** Destroys what is kept. */
    fun forget()
}
