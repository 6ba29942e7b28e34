package app.notebook.android

import android.content.Context
import android.content.Intent
import android.content.pm.PackageManager.FEATURE_TELEPHONY
import android.net.Uri
import app.notebook.ui.Calls

/** The phone's own keypad, with a number put in. She rings, or not: it never calls by itself and needs no permission. */
internal class AndroidCalls private constructor(private val context: Context) : Calls {
    override suspend fun dial(number: String) {
        val keypad = Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number, null))
        context.startActivity(keypad.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
    }

    companion object {
        /** None on a tablet, where numbers are only shown. */
        fun of(context: Context): Calls? =
            if (context.packageManager.hasSystemFeature(FEATURE_TELEPHONY)) AndroidCalls(context) else null
    }
}
