package app.notebook.ui

/** Shows what a sealed copy takes out of the phone. */
fun Session.beforeSealedCopy() {
    act { show(Leaving(open = null)) }
}

/** Looks through all there is, and shows what an open copy takes out of the phone. */
fun Session.beforeOpenCopy(allFiles: Boolean = false) {
    act {
        busy(Names.NOW_WORKING, canStop = true)
        val holds = working { work -> notebooks.previewOpenCopy(allFiles, work) }
        show(Leaving(holds, allFiles))
    }
}

/** Makes the copy that she looked at, where she chooses. */
fun Session.copyOut() {
    act {
        val leaving = now.value.screen as? Leaving ?: return@act
        if (leaving.open == null) saveSealed() else saveOpen(leaving.allFiles)
    }
}

/** Makes a sealed copy, and shows its words once. */
private suspend fun Session.saveSealed() {
    val place = left.elsewhere { files.newCopy(CopyKind.SEALED) } ?: return
    busy(Names.NOW_WORKING, canStop = true)
    val made = working { work -> place.put { notebooks.makeCopy(it, language, work) } }
    // Close came first: nobody saw the words, and without them it is no copy.
    if (!show(Twelve(made.words, made.holds.notes))) place.remove()
}

private suspend fun Session.saveOpen(allFiles: Boolean) {
    val place = left.elsewhere { files.newCopy(CopyKind.OPEN) } ?: return
    busy(Names.NOW_WORKING, canStop = true)
    working { work -> place.put { notebooks.openCopy(it, allFiles, language, work) } }
    show(More, Notice(text(Names.OPEN_COPY_DONE)))
}

/** Lets her choose the copy that is to come back. */
fun Session.chooseCopy() {
    act {
        held.copy = left.elsewhere { files.openCopy() } ?: return@act
        show(BringBack(chosen = true))
    }
}

/** Looks into the copy with its words. Changes nothing. */
fun Session.previewCopy(words: String) {
    act(Names.ERROR_WRONG_WORDS) {
        val place = held.copy ?: return@act
        held.holdWords(words.trim().lowercase().encodeToByteArray())
        busy(Names.NOW_WORKING, canStop = true)
        val preview =
            spending(held.words()) { bytes ->
                working { work -> place.take { notebooks.previewCopy(it, bytes, work) } }
            }
        show(BringBack(chosen = true, preview = preview))
    }
}

/** Brings in what was looked at. */
fun Session.bringBack() {
    act(Names.ERROR_WRONG_WORDS) {
        val place = held.copy ?: return@act
        busy(Names.NOW_WORKING, canStop = true)
        spending(held.words()) { bytes ->
            working { work -> place.take { file -> write { restoreCopy(file, bytes, work) } } }
        }
        held.wipe()
        show(load(Place.NOTES), Notice(text(Names.RESTORE_DONE)))
    }
}

private inline fun <T> spending(bytes: ByteArray, call: (ByteArray) -> T): T =
    try {
        call(bytes)
    } finally {
        bytes.fill(0)
    }
