package app.notebook.android

import android.content.Context
import android.content.pm.PackageManager.FEATURE_PRINTING
import android.content.pm.PackageManager.FEATURE_WEBVIEW
import android.os.Bundle
import android.os.CancellationSignal
import android.os.ParcelFileDescriptor
import android.print.PageRange
import android.print.PrintAttributes
import android.print.PrintDocumentAdapter
import android.print.PrintJob
import android.print.PrintManager
import android.webkit.WebResourceRequest
import android.webkit.WebResourceResponse
import android.webkit.WebSettings
import android.webkit.WebView
import android.webkit.WebViewClient
import androidx.activity.ComponentActivity
import app.notebook.ui.Printer
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** Prints by the system's own page, which needs a window to come back to. */
internal class PagePrinter : Printer {
    /** Opens that page while there is such a window. */
    @Volatile var paper: Paper? = null

    override suspend fun print(html: ByteArray) = paper?.print(html) == true

    companion object {
        /** None on a phone that can't print, or can't lay out a page. */
        fun of(context: Context): PagePrinter? =
            PagePrinter().takeIf { listOf(FEATURE_PRINTING, FEATURE_WEBVIEW).all(context.packageManager::hasSystemFeature) }
    }
}

/** Lays a page out and hands it to the system's page for printing; going there is a [Trip]. */
internal class Paper(private val activity: ComponentActivity, private val trip: Trip) {
    /** Whether she let it be printed, or made a PDF of it. */
    suspend fun print(html: ByteArray): Boolean =
        withContext(Dispatchers.Main) {
            val page = WebView(activity)
            try {
                page.layOut(html)
                handOver(page)
            } finally {
                page.clearCache(true)
                page.destroy()
            }
        }

    private suspend fun handOver(page: WebView): Boolean {
        val finished = CompletableDeferred<Unit>()
        // It is seen where jobs are listed: it says nothing of what is printed.
        val name = activity.title.toString()
        val document = Told(page.createPrintDocumentAdapter(name)) {
            trip.answer()
            finished.complete(Unit)
        }
        trip.begin(Trip.TO_CHOOSE_MS)
        try {
            val phone = activity.getSystemService(PrintManager::class.java)
            val job = phone.print(name, document, PrintAttributes.Builder().build())
            finished.await()
            return job.isLet
        } catch (closed: CancellationException) {
            // The system's page shows hers, and asks for no PIN: it goes with all that lies on this window.
            activity.finishAndRemoveTask()
            throw closed
        } finally {
            trip.end()
        }
    }

    private val PrintJob.isLet
        get() = isQueued || isStarted || isBlocked || isCompleted
}

/** From memory, with no script and nothing fetched; until all of it is there. */
internal suspend fun WebView.layOut(html: ByteArray) {
    settings.run {
        javaScriptEnabled = false
        blockNetworkLoads = true
        allowFileAccess = false
        allowContentAccess = false
        cacheMode = WebSettings.LOAD_NO_CACHE
    }
    val isThere = CompletableDeferred<Unit>()
    webViewClient = Alone { isThere.complete(Unit) }
    loadDataWithBaseURL(null, html.decodeToString(), "text/html", "utf-8", null)
    isThere.await()
}

/** Goes nowhere and asks for nothing. */
private class Alone(private val isThere: () -> Unit) : WebViewClient() {
    override fun onPageFinished(view: WebView?, url: String?) = isThere()

    override fun shouldOverrideUrlLoading(view: WebView?, request: WebResourceRequest?) = true

    override fun shouldInterceptRequest(view: WebView?, request: WebResourceRequest?) =
        WebResourceResponse(null, null, null)
}

/** Tells when the system's page is done with a document. */
private class Told(private val inner: PrintDocumentAdapter, private val isDone: () -> Unit) : PrintDocumentAdapter() {
    override fun onStart() = inner.onStart()

    override fun onLayout(
        before: PrintAttributes?,
        now: PrintAttributes?,
        stop: CancellationSignal?,
        tell: LayoutResultCallback?,
        more: Bundle?,
    ) = inner.onLayout(before, now, stop, tell, more)

    override fun onWrite(
        pages: Array<out PageRange>?,
        to: ParcelFileDescriptor?,
        stop: CancellationSignal?,
        tell: WriteResultCallback?,
    ) = inner.onWrite(pages, to, stop, tell)

    override fun onFinish() {
        inner.onFinish()
        isDone()
    }
}
