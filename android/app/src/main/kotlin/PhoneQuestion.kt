package app.notebook.android

import androidx.activity.ComponentActivity
import androidx.activity.result.contract.ActivityResultContracts.RequestPermission
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** The system's own question whether the app may use something of the phone. Where it takes a page, it is a [Trip]. */
internal class PhoneQuestion(private val activity: ComponentActivity, private val trip: Trip) {
    private var answer = CompletableDeferred<Boolean>()
    private val question =
        activity.registerForActivityResult(RequestPermission()) {
            trip.answer()
            answer.complete(it)
        }

    /** Whether the system asks her still, after a no. */
    fun mayAskAgain(permission: String) = activity.shouldShowRequestPermissionRationale(permission)

    /** Whether she lets it; no, too, if the system does not ask her any more. */
    suspend fun ask(permission: String): Boolean =
        withContext(Dispatchers.Main) {
            answer = CompletableDeferred()
            trip.begin(Trip.TO_ANSWER_MS)
            try {
                question.launch(permission)
                answer.await()
            } finally {
                trip.end()
            }
        }
}
