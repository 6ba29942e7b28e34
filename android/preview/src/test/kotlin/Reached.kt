package app.notebook.preview

import java.lang.reflect.Modifier
import java.util.Collections
import java.util.IdentityHashMap
import kotlinx.coroutines.flow.StateFlow

/** Whether a text, or bytes of it, can be reached from the fields of an object, whoever's they are. */
fun holds(from: Any, word: String): Boolean {
    val seen = Collections.newSetFromMap(IdentityHashMap<Any, Boolean>())
    val waiting = ArrayDeque(listOf(from))
    while (waiting.isNotEmpty()) {
        val thing = waiting.removeLast()
        if (!seen.add(thing)) continue
        if (thing is CharSequence && thing.contains(word)) return true
        if (thing is ByteArray && String(thing).contains(word)) return true
        waiting.addAll(reached(thing))
    }
    return false
}

private fun reached(thing: Any): List<Any> =
    when {
        thing is Map<*, *> -> (thing.keys + thing.values).filterNotNull()
        thing is Collection<*> -> thing.filterNotNull()
        thing is Array<*> -> thing.filterNotNull()
        thing.javaClass.simpleName == "StateFlowImpl" -> listOfNotNull((thing as StateFlow<*>).value)
        // What draws and what runs belongs to others: the tree of what is drawn is looked through by itself.
        !OURS.containsMatchIn(thing.javaClass.name) -> emptyList()
        else -> generateSequence<Class<*>>(thing.javaClass) { it.superclass }.flatMap { fields(it, thing) }.toList()
    }

private fun fields(of: Class<*>, thing: Any): List<Any> =
    of.declaredFields
        .filter { !Modifier.isStatic(it.modifiers) && !it.type.isPrimitive && it.trySetAccessible() }
        .mapNotNull { it.get(thing) }

private val OURS = Regex("^(app\\.notebook|kotlin)\\.")
