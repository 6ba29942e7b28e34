package app.notebook.android

import android.content.ActivityNotFoundException
import android.content.Intent
import androidx.activity.ComponentActivity
import androidx.activity.result.contract.ActivityResultContracts.StartActivityForResult
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** A page of the phone's settings on what this app may do; going there is a [Trip]. */
internal class PhonePage(activity: ComponentActivity, private val trip: Trip) {
    private var back = CompletableDeferred<Unit>()
    private val page =
        activity.registerForActivityResult(StartActivityForResult()) {
            trip.answer()
            back.complete(Unit)
        }

    /** Until she is back. Nothing happens on a phone that has no such page. */
    suspend fun open(which: Intent) =
        withContext(Dispatchers.Main) {
            back = CompletableDeferred()
            trip.begin(Trip.TO_CHOOSE_MS)
            try {
                page.launch(which)
                back.await()
            } catch (_: ActivityNotFoundException) {
                // She can find it herself.
            } finally {
                trip.end()
            }
        }
}
