package app.notebook.android

import android.content.pm.ApplicationInfo
import android.content.pm.FeatureInfo
import android.content.pm.PackageInfo
import android.content.pm.PackageManager
import android.content.res.XmlResourceParser
import android.graphics.drawable.AdaptiveIconDrawable
import android.speech.tts.TextToSpeech
import java.io.File
import javax.xml.parsers.DocumentBuilderFactory
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.w3c.dom.Element

/** What the system and other apps get to know, from the linked package itself. */
@RunWith(RobolectricTestRunner::class)
class ManifestTest {
    private val application = RuntimeEnvironment.getApplication()
    private val all: PackageInfo =
        application.packageManager.getPackageInfo(
            application.packageName,
            PackageManager.GET_ACTIVITIES or
                PackageManager.GET_SERVICES or
                PackageManager.GET_PROVIDERS or
                PackageManager.GET_RECEIVERS or
                PackageManager.GET_PERMISSIONS or
                PackageManager.GET_CONFIGURATIONS,
        )

    /**
     * What she is asked for at the tap that needs it, and what nobody is asked for: the way to the earpiece, the check of a
     * finger, a start of the phone.
     */
    @Test
    fun itAsksForNoMoreThanItSays() {
        val senses = setOf("CAMERA", "RECORD_AUDIO", "MODIFY_AUDIO_SETTINGS", "USE_BIOMETRIC")
        val reminders = setOf("POST_NOTIFICATIONS", "SCHEDULE_EXACT_ALARM", "RECEIVE_BOOT_COMPLETED")
        val asked = (senses + reminders).map { "android.permission.$it" }
        assertEquals(asked.toSet(), all.requestedPermissions.orEmpty().toSet())
    }

    /** Robolectric hides nothing, where a phone hides what is not named here. */
    @Test
    fun thePhonesVoiceProgramIsNotHiddenFromIt() {
        val named = elements(File("src/main/AndroidManifest.xml")).filter { (it.parentNode?.parentNode as? Element)?.tagName == "queries" }
        assertEquals(listOf(TextToSpeech.Engine.INTENT_ACTION_TTS_SERVICE), named.map { it.getAttribute("android:name") })
    }

    @Test
    fun noPhoneIsLeftOutForWhatItLacks() =
        assertEquals(emptyList(), all.reqFeatures.orEmpty().filter { it.flags and FeatureInfo.FLAG_REQUIRED != 0 }.map { it.name })

    @Test
    fun itsOnlyDoorIsTheIcon() {
        val doors = listOfNotNull(all.activities, all.services, all.providers, all.receivers).flatMap { it.asList() }
        assertEquals(listOf(MainActivity::class.java.name), doors.filter { it.exported }.map { it.name })
        val own = setOf(ReminderReceiver::class, LaterReceiver::class, BootReceiver::class, ClockReceiver::class).map { it.java.name }
        assertEquals(own.toSet(), doors.filterNot { it.exported }.map { it.name }.toSet())
    }

    /** Before the phone is first unlocked a window would find no notebook; reminders come all the same. */
    @Test
    fun onlyRemindersRunBeforeThePhoneIsUnlocked() {
        val early = listOf(all.activities, all.receivers).flatMap { it.orEmpty().asList() }.filter { it.directBootAware }
        assertEquals(all.receivers!!.map { it.name }, early.map { it.name })
    }

    @Test
    fun nothingGoesIntoABackupOrToAnotherPhone() {
        assertEquals(0, all.applicationInfo!!.flags and ApplicationInfo.FLAG_ALLOW_BACKUP)
        val transfer = excluded(application.resources.getXml(R.xml.no_transfer))
        assertEquals(setOf("cloud-backup", "device-transfer"), transfer.keys)
        for (left in transfer.values) assertEquals(ALL + ALL.minus("external").map { "device_$it" }, left)
        assertEquals(ALL, excluded(application.resources.getXml(R.xml.no_backup)).values.single())
    }

    @Test
    fun labelAndPackageComeFromTheBrandAndTheIconIsThere() {
        val brand = File("../../brand.toml").readText()
        fun named(name: String) = Regex("""(?m)^$name = "(.*)"""").find(brand)!!.groupValues[1]
        assertEquals(named("label"), application.packageManager.getApplicationLabel(all.applicationInfo!!))
        assertEquals(named("package"), application.packageName)
        assertIs<AdaptiveIconDrawable>(all.applicationInfo!!.loadIcon(application.packageManager))
    }

    @Test
    fun itRunsOnAndroid8() = assertEquals(26, all.applicationInfo!!.minSdkVersion)

    /** Gradle merges the archives' own manifests with ours: what they would bring in, ours takes out or keeps inside. */
    @Test
    fun noArchiveOpensADoorOrAsksForMore() {
        val ours = elements(File("src/main/AndroidManifest.xml"))
        val removed = ours.filter { it.getAttribute("tools:node") == "remove" }.map { it.getAttribute("android:name") }
        val archives = File("target/aar").walk().filter { it.name == "AndroidManifest.xml" }.toList()
        assertTrue(archives.size > 30)
        val brought = archives.flatMap(::elements).filter { it.getAttribute("android:name") !in removed }
        assertEquals(emptyList(), brought.filter { it.getAttribute("android:exported") == "true" }.map { it.getAttribute("android:name") })
        val asked = brought.filter { it.tagName == "uses-permission" }.map { it.getAttribute("android:name") }
        assertEquals(emptyList(), asked.filter { !it.startsWith("\${applicationId}") })
    }

    private fun elements(manifest: File): List<Element> {
        val found = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(manifest).getElementsByTagName("*")
        return (0 until found.length).map { found.item(it) as Element }
    }

    /** What is left out, by the element that says of what. */
    private fun excluded(rules: XmlResourceParser): Map<String, Set<String>> {
        val found = mutableMapOf<String, Set<String>>()
        var of = ""
        while (rules.next() != XmlResourceParser.END_DOCUMENT) {
            if (rules.eventType != XmlResourceParser.START_TAG) continue
            if (rules.name != "exclude") of = rules.name
            if (rules.name == "exclude" && rules.getAttributeValue(null, "path") == ".") {
                found[of] = found[of].orEmpty() + rules.getAttributeValue(null, "domain")
            }
        }
        return found
    }

    private companion object {
        val ALL = setOf("root", "file", "database", "sharedpref", "external")
    }
}
