package app.notebook.android

import android.app.Activity
import android.content.ContentProvider
import android.content.ContentValues
import android.content.Intent
import android.content.res.AssetFileDescriptor
import android.database.Cursor
import android.net.Uri
import android.os.Bundle
import android.os.CancellationSignal
import android.os.ParcelFileDescriptor
import app.notebook.core.Standing
import java.io.File
import java.io.FileNotFoundException
import java.util.concurrent.CountDownLatch
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf

/** Another app's place for files, as the system's page offers them. */
class Shelf : ContentProvider() {
    private val folder by lazy { File(context!!.cacheDir, "shelf").apply { mkdirs() } }

    /** No more than a name is taken any more. */
    var isFull = false

    /** What is there can't be deleted. */
    var keepsAll = false

    /** It answers only when this is let go of. */
    @Volatile var hangs: CountDownLatch? = null

    /** Someone waits for what is there. */
    @Volatile var wasAsked = false

    /** It was told that nobody waits any more. */
    @Volatile var wasGivenUp = false

    fun file(name: String) = File(folder, name)

    /** What she chose on the page: an empty file is there from then on. */
    fun new(name: String): Uri {
        file(name).createNewFile()
        return uri(name)
    }

    fun uri(name: String): Uri = Uri.parse("content://$NAME/document/$name")

    override fun onCreate() = true

    override fun openTypedAssetFile(uri: Uri, kind: String, how: Bundle?, signal: CancellationSignal?): AssetFileDescriptor? {
        signal?.setOnCancelListener { wasGivenUp = true }
        wasAsked = true
        return super.openTypedAssetFile(uri, kind, how, signal)
    }

    override fun openFile(uri: Uri, mode: String): ParcelFileDescriptor {
        hangs?.await()
        if (isFull && mode.startsWith("w")) throw FileNotFoundException()
        return ParcelFileDescriptor.open(file(uri.lastPathSegment!!), ParcelFileDescriptor.parseMode(mode))
    }

    override fun call(method: String, arg: String?, extras: Bundle?): Bundle {
        check(method == "android:deleteDocument" && !keepsAll)
        @Suppress("DEPRECATION") val uri = extras!!.getParcelable<Uri>("uri")!!
        file(uri.lastPathSegment!!).delete()
        return Bundle()
    }

    override fun getType(uri: Uri) = "application/octet-stream"

    override fun query(uri: Uri, what: Array<String>?, which: String?, of: Array<String>?, order: String?): Cursor? = null

    override fun insert(uri: Uri, values: ContentValues?): Uri? = null

    override fun delete(uri: Uri, which: String?, of: Array<String>?) = 0

    override fun update(uri: Uri, values: ContentValues?, which: String?, of: Array<String>?) = 0

    companion object {
        const val NAME = "shelf"

        fun put(): Shelf = Robolectric.buildContentProvider(Shelf::class.java).create(NAME).get()
    }
}

/** The system's page answers with what she chose; nothing if she went back. */
fun Robot.choose(uri: Uri?) {
    val asked = shadowOf(activity).nextStartedActivityForResult
    val answer = if (uri == null) Activity.RESULT_CANCELED else Activity.RESULT_OK
    shadowOf(activity).receiveResult(asked.intent, answer, uri?.let { Intent().setData(it) })
}

/** Goes to the system's page, which is open by then, and comes back with what she chose there. */
fun Robot.goAndChoose(uri: Uri) {
    until { shadowOf(activity).peekNextStartedActivityForResult() != null }
    leave()
    waitFor(Standing.RESTING)
    comeBack { choose(uri) }
}
