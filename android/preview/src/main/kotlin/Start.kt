package app.notebook.preview

import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.unit.Density
import androidx.compose.ui.use
import app.notebook.ui.Blank
import app.notebook.ui.NoSenses
import app.notebook.ui.NotebookApp
import java.io.File
import java.lang.management.ManagementFactory
import java.nio.file.Files
import kotlin.system.exitProcess
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking

/** Starts over a fresh folder, draws the first screen as a window would, and prints what that took as a line of JSON. */
object Start {
    @JvmStatic
    fun main(args: Array<String>) {
        val base = Files.createTempDirectory("start")
        val session = Home(base).session(OneCopy(base.resolve("copy.age")), NoSenses)
        session.start()
        ImageComposeScene(412, 892, Density(1f)) { NotebookApp(session, LETTERS) }
            .use { scene ->
                runBlocking { session.now.first { it.screen != Blank } }
                scene.render()
                val ms = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().startTime
                println("""{"measure":"start","ms":$ms,"memory_kb":${residentKilobytes()}}""")
            }
        base.toFile().deleteRecursively()
        exitProcess(0)
    }

    private fun residentKilobytes() =
        File("/proc/self/status").readLines().first { it.startsWith("VmRSS") }.filter(Char::isDigit)
}
