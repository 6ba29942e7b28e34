package app.notebook.android

import android.Manifest
import android.content.pm.ApplicationInfo
import android.content.pm.PackageInfo
import android.content.pm.PackageManager
import android.content.res.XmlResourceParser
import android.graphics.drawable.AdaptiveIconDrawable
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
                PackageManager.GET_PERMISSIONS,
        )

    @Test
    fun itAsksForNothingButTheCheckOfAFinger() =
        assertEquals(listOf(Manifest.permission.USE_BIOMETRIC), all.requestedPermissions!!.toList())

    @Test
    fun itsOnlyDoorIsTheIcon() {
        val doors = listOfNotNull(all.activities, all.services, all.providers, all.receivers).flatMap { it.asList() }
        assertEquals(listOf(MainActivity::class.java.name), doors.map { it.name })
        assertTrue(doors.single().exported)
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
