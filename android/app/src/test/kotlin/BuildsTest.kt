package app.notebook.android

import java.io.File
import javax.xml.parsers.DocumentBuilderFactory
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import org.junit.Test
import org.w3c.dom.Element

/** The build that runs here (pom.xml) and the one with the SDK (Gradle) build the same. */
class BuildsTest {
    private val gradle = File("build.gradle.kts").readText()
    private val pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(File("pom.xml")).documentElement

    @Test
    fun whatGradleTakesIsWhatIsTestedHere() {
        val taken = Regex("""implementation\("([^:]+):([^:]+):([^"@]+)""").findAll(gradle).map { it.destructured }.toList()
        assertTrue(taken.size >= 7)
        val tested = tested()
        for ((group, name, version) in taken) {
            // Gradle itself finds out which of an archive's kinds is Android's.
            val found = listOf(name, "$name-android").firstNotNullOfOrNull { tested["$group:$it"] }
            assertEquals(version, found, "$group:$name")
        }
    }

    @Test
    fun theLanguageIsOfOneVersion() {
        val versions = Regex("""(?:kotlin-gradle-plugin:|plugin\.compose"\) version ")([^"]+)""").findAll(gradle).map { it.groupValues[1] }
        assertEquals(List(2) { property("kotlin.version") }, versions.toList())
    }

    @Test
    fun theySeeTheSameSourcesAndTheSamePhones() {
        val folders = Regex("""kotlin\.directories \+= listOf\((.*)\)""").find(gradle)!!.groupValues[1].split(", ").map { it.trim('"') }
        val own = listOf("src/main/kotlin", "target/gen")
        val here = texts("sourceDir").map { it.resolved().removePrefix("/") }.map { File(it).normalize().path }
        assertEquals((folders.map { File(it).normalize().path } + own).toSet(), here.toSet())
        val resources = File("resources.py").readText()
        assertTrue(listOf(gradle, resources).all { it.contains("target/fonts/res\"") })
        fun set(name: String) = Regex("""\b$name = (\d+)""").find(gradle)!!.groupValues[1]
        assertTrue(resources.contains("MIN_SDK, TARGET_SDK = ${set("minSdk")}, ${set("targetSdk")}"))
        assertTrue(resources.contains(Regex("""namespace = (".*")""").find(gradle)!!.groupValues[1]))
    }

    private fun tested(): Map<String, String> {
        val found = pom.getElementsByTagName("dependency")
        return (0 until found.length).map { found.item(it) as Element }.associate {
            "${it.text("groupId")}:${it.text("artifactId")}" to it.text("version").resolved()
        }
    }

    private fun texts(tag: String): List<String> {
        val found = pom.getElementsByTagName(tag)
        return (0 until found.length).map { found.item(it).textContent }
    }

    private fun property(name: String) = (pom.getElementsByTagName("properties").item(0) as Element).text(name)

    private fun Element.text(tag: String) = getElementsByTagName(tag).item(0).textContent

    private fun String.resolved(): String =
        replace("\${project.basedir}", "")
            .replace("\${project.build.directory}", "target")
            .let { it.replace(Regex("""\$\{([^}]+)}""")) { gap -> property(gap.groupValues[1]).resolved() } }
}
