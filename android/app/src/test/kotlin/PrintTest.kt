package app.notebook.android

import android.content.pm.PackageManager.FEATURE_PRINTING
import android.content.pm.PackageManager.FEATURE_WEBVIEW
import android.webkit.WebSettings
import android.webkit.WebView
import app.notebook.ui.CardNames
import app.notebook.ui.PageGiven
import app.notebook.ui.change
import app.notebook.ui.changeShowing
import app.notebook.ui.changeShowingDone
import app.notebook.ui.give
import app.notebook.ui.ShowChange
import app.notebook.ui.Showing
import app.notebook.ui.showSomeone
import app.notebook.core.Way
import java.io.File
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.MainScope
import kotlinx.coroutines.launch
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf

/** A page that she shows goes to the printer, or to the place she chose, and lies nowhere else. */
@RunWith(RobolectricTestRunner::class)
class PrintTest {
    @Test
    fun aPageIsLaidOutFromMemoryWithNoScriptAndNoNet() {
        val page = WebView(RuntimeEnvironment.getApplication())
        val laidOut = MainScope().launch(Dispatchers.Unconfined, CoroutineStart.UNDISPATCHED) { page.layOut("<p>Ines".toByteArray()) }
        val loaded = shadowOf(page).lastLoadDataWithBaseURL
        assertEquals("<p>Ines", loaded.data)
        assertNull(loaded.baseUrl)
        page.settings.run {
            assertFalse(javaScriptEnabled || allowFileAccess || allowContentAccess)
            assertTrue(blockNetworkLoads)
            assertEquals(WebSettings.LOAD_NO_CACHE, cacheMode)
        }
        assertTrue(page.webViewClient.shouldOverrideUrlLoading(page, null as android.webkit.WebResourceRequest?))
        assertNotNull(page.webViewClient.shouldInterceptRequest(page, null as android.webkit.WebResourceRequest?))
        assertTrue(laidOut.isActive, "it is waited for")
        page.webViewClient.onPageFinished(page, null)
        assertTrue(laidOut.isCompleted)
    }

    @Test
    fun aPhoneThatCanNotPrintOffersNothing() {
        val application = RuntimeEnvironment.getApplication()
        val phone = shadowOf(application.packageManager)
        phone.setSystemFeature(FEATURE_PRINTING, true)
        phone.setSystemFeature(FEATURE_WEBVIEW, false)
        assertNull(PagePrinter.of(application))
        phone.setSystemFeature(FEATURE_WEBVIEW, true)
        assertNotNull(PagePrinter.of(application))
    }

    @Test
    fun aPageIsSavedWhereSheChooses() = onPhone {
        val shelf = Shelf.put()
        firstRun()
        val notebooks = session.notebooks
        val card = notebooks.card("en").card
        notebooks.setCard(card.copy(medicines = "Iron"))
        session.showSomeone()
        until { session.now.value.screen is Showing }
        session.changeShowing()
        until { session.now.value.screen is ShowChange }
        session.change { it.copy(way = Way.PAGE) }
        session.changeShowingDone()
        until { (session.now.value.screen as? Showing)?.request?.way == Way.PAGE }
        session.give()
        until { session.now.value.screen is PageGiven }
        val bytes = (session.now.value.screen as PageGiven).bytes
        tap(CardNames.PAGE_SAVE)
        goAndChoose(shelf.new("page.html"))
        see(CardNames.PAGE_SAVED)
        assertContentEquals(bytes, shelf.file("page.html").readBytes())
        val private = File(RuntimeEnvironment.getApplication().noBackupFilesDir, "passing")
        assertTrue(private.listFiles().orEmpty().isEmpty(), "it lay nowhere else")
    }
}
