package app.notebook.android

import android.content.ActivityNotFoundException
import android.net.Uri
import androidx.activity.ComponentActivity
import androidx.activity.result.contract.ActivityResultContracts.CreateDocument
import androidx.activity.result.contract.ActivityResultContracts.OpenDocument
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** The system's own pages for choosing a place, which need no permission; going there is a [Trip]. */
internal class Picker(activity: ComponentActivity, private val trip: Trip) {
    private var chosen = CompletableDeferred<Uri?>()
    private val create = activity.registerForActivityResult(CreateDocument(ANY)) { chosen.complete(it) }
    private val open = activity.registerForActivityResult(OpenDocument()) { chosen.complete(it) }

    /** A place for a new file; none if she chose none. */
    suspend fun newPlace(name: String): Uri? = ask { create.launch(name) }

    /** Where a file of this kind (a MIME type) lies; none if she chose none. */
    suspend fun place(kind: String): Uri? = ask { open.launch(arrayOf(kind)) }

    private suspend fun ask(launch: () -> Unit): Uri? =
        withContext(Dispatchers.Main) {
            chosen = CompletableDeferred()
            trip.begin()
            try {
                launch()
                chosen.await()
            } catch (_: ActivityNotFoundException) {
                null
            } finally {
                trip.end()
            }
        }

    private companion object {
        const val ANY = "application/octet-stream"
    }
}
