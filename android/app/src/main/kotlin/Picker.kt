package app.notebook.android

import android.content.ActivityNotFoundException
import android.net.Uri
import androidx.activity.ComponentActivity
import androidx.activity.result.contract.ActivityResultContracts.CreateDocument
import androidx.activity.result.contract.ActivityResultContracts.OpenDocument
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.withContext

/** The system's own pages for choosing a place, which need no permission; going there is a [Trip]. */
internal class Picker(activity: ComponentActivity, private val trip: Trip) {
    private var chosen = CompletableDeferred<Uri?>()
    private val create = activity.registerForActivityResult(CreateDocument(ANY), ::answer)
    private val open = activity.registerForActivityResult(OpenDocument(), ::answer)

    /**
     * A place for a new file, where the system makes an empty one; none if she chose none. If nobody waits any more when
     * she does choose, [tooLate] gets it.
     */
    suspend fun newPlace(name: String, tooLate: (Uri) -> Unit): Uri? = ask(tooLate) { create.launch(name) }

    /** Where a file of this kind (a MIME type) lies; none if she chose none. */
    suspend fun place(kind: String): Uri? = ask({}) { open.launch(arrayOf(kind)) }

    private fun answer(uri: Uri?) {
        trip.answer()
        chosen.complete(uri)
    }

    @OptIn(ExperimentalCoroutinesApi::class)
    private suspend fun ask(tooLate: (Uri) -> Unit, launch: () -> Unit): Uri? {
        val mine = CompletableDeferred<Uri?>()
        try {
            return withContext(Dispatchers.Main) { answered(mine, launch) }
        } catch (stopped: CancellationException) {
            // It may have been answered just then, or be answered still.
            mine.invokeOnCompletion { mine.getCompleted()?.let(tooLate) }
            throw stopped
        }
    }

    private suspend fun answered(mine: CompletableDeferred<Uri?>, launch: () -> Unit): Uri? {
        chosen = mine
        trip.begin(Trip.TO_CHOOSE_MS)
        try {
            launch()
            return mine.await()
        } catch (_: ActivityNotFoundException) {
            return null
        } finally {
            trip.end()
        }
    }

    private companion object {
        const val ANY = "application/octet-stream"
    }
}
