package app.notebook.core

import java.util.Locale
import kotlin.random.Random
import kotlin.system.measureNanoTime

// As many notes, and about as many words in each, as the diary that the other measures take.
private const val NOTES = 3_413
private const val WORDS_OF_A_NOTE = 345
private const val PAGE = 50
private const val WARM_UP = 2_000
private const val RUNS = 1_000

/** How long the first page of 50 notes takes, from the call to Kotlin objects; one line of JSON. */
fun main() {
    Phone().use { phone ->
        phone.begin()
        fill(phone)
        repeat(WARM_UP) { readPage(phone.notebooks) }
        println(json(LongArray(RUNS) { measureNanoTime { readPage(phone.notebooks) } }))
    }
}

private fun fill(phone: Phone) {
    val random = Random(1660)
    repeat(NOTES) { number ->
        phone.device.now += 60 * MINUTE_MS
        val topics = setOf("topic ${random.nextInt(20)}", "topic ${random.nextInt(20)}").toList()
        phone.notebooks.add(text(random), "Note number $number", topics)
    }
    phone.reopen()
}

private fun text(random: Random) = (1..WORDS_OF_A_NOTE).joinToString(" ") { "word${random.nextInt(5_000)}" }

private fun readPage(notebooks: Notebooks) {
    check(notebooks.list().lines.size == PAGE)
}

private fun json(ns: LongArray): String {
    val median = "%.3f".format(Locale.ROOT, ns.sorted()[ns.size / 2] / 1e6)
    return """{"measure":"page of 50 to Kotlin","median_ms":$median,"ns":[${ns.joinToString(",")}]}"""
}
