package app.notebook.ui

import app.notebook.core.NotebookException
import app.notebook.core.Thing

/** Goes to a place of the bar or of More; what she was writing is kept first. */
fun Session.go(place: Place) {
    // What is under way may be about to show words that are shown once.
    if (now.value.busy != null || now.value.screen is OnScreen) return
    act {
        // An empty page to write on is there already.
        if (place == Place.WRITE && now.value.screen is WriteNew && peekTyping() == null) return@act
        // From one such page to another she is not asked twice.
        val asked = now.value.screen is WayIn
        leaveWords { if (place in WAYS_IN && !asked) ConfirmPin(place) else load(place) }
    }
}

/** Where whoever holds the open phone could shut her out. */
private val WAYS_IN = setOf(Place.PIN, Place.RECOVERY, Place.BIOMETRIC, Place.WRONG_PINS)

/** Leaves a page; one with words that are shown this once is left only when she says that she has them. */
private suspend fun Session.leaveWords(to: suspend () -> Screen) {
    if (now.value.screen !is Twelve) return leave(recorder.now?.let { kept(it).second }, to)
    ask(Names.TWELVE_LEAVE, text(Names.TWELVE_ONCE), Names.SAVE_WRITTEN, Names.TWELVE_STAY) {
        noted()
        leave(to = to)
    }
}

/** What a place shows now. */
internal fun Session.load(place: Place): Screen =
    when (place) {
        Place.WRITE -> freshPage()
        Place.NOTES -> withTopic(null)
        Place.CARD, Place.MY_CARD, Place.PAST_CARDS, Place.SEEN, Place.CHOICES, Place.SHOWN -> loadOfCard(place)
        Place.DATES -> datesList()
        Place.EARLIER_DATES -> earlierDates()
        Place.REMINDERS -> reminderSettings(More)
        Place.TOPICS -> TopicList(notebooks.topics())
        Place.BIN -> notebooks.bin(language, null).let { BinList(it.lines, it.more) }
        Place.FIND -> Find()
        Place.MORE -> More
        Place.RIGHT_NOW -> RightNowPage(notebooks.rightNow(language))
        Place.NUMBERS -> NumbersList(notebooks.numbers(language))
        Place.SAVE -> SaveCopy
        Place.BRING -> BringBack()
        Place.PIN -> ChangePin()
        Place.RECOVERY -> Recovery(notebooks.hasRecovery())
        Place.BIOMETRIC -> biometricPage()
        Place.KEEP -> KeepTexts(notebooks.keepsHistory())
        Place.CLOSES -> ClosesPage
        Place.WRONG_PINS -> WrongPins(notebooks.wipeAfter())
        Place.LOOK -> LookPage
        Place.LIMITS -> Limits
    }

/** The notes, or those with one topic; the topics, if that one is gone with its last note. */
internal fun Session.withTopic(topic: String?): Screen =
    try {
        notebooks.notes(language, topic, null).let { NotesList(it.lines, it.more, topic) }
    } catch (gone: NotebookException.NotFound) {
        if (gone.what != Thing.TOPIC) throw gone
        load(Place.TOPICS)
    }

/** The same screen again, with what has changed. */
internal fun Session.reloaded(screen: Inside): Screen =
    when (screen) {
        is NotesList -> withTopic(screen.topic)
        is TopicList -> load(Place.TOPICS)
        is BinList -> load(Place.BIN)
        is Find -> found(screen.query)
        is NoteRead -> read(screen.page.id, screen.from)
        OfferCopy, is WriteNew -> load(Place.WRITE)
        is DatesList -> datesList()
        is EarlierDates -> earlierDates()
        is MonthShown -> monthOf(screen)
        is DateRead -> dateAgain(screen)
        is ReminderSettings -> reminderSettings(screen.from)
        is PasteMessage -> readAgain(screen)
        is CardHome -> load(Place.CARD)
        is MyCard -> load(Place.MY_CARD)
        else -> screen
    }

/** One step back. Answers whether there is one; if not, the system may put the app away. */
fun Session.back(): Boolean {
    val at = now.value
    when {
        at.busy != null -> Unit
        at.question != null -> leaveIt()
        // Within one thing that she puts down: nothing is kept yet.
        at.screen is ReminderEdit -> reminderDone()
        at.screen is NoteOfDate -> noteNotChosen()
        // There is no way back from there but to the number pad.
        at.screen is OnScreen -> close()
        else -> return backFrom(at.screen)
    }
    return true
}

private fun Session.backFrom(at: Screen): Boolean {
    val to: (suspend () -> Screen)? =
        when (at) {
            is First -> if (at.step == FirstStep.WHAT) null else ({ firstBefore(at) })
            is UnlockWords, is NewPin -> ({ locked() })
            is TopicName -> ({ withTopic(at.topic) })
            is ReadAloud -> ({ read(at.page.id, at.from) })
            is AddTo -> at.note?.let { note -> ({ read(note, at.from) }) } ?: ({ at.from })
            is Attached -> ({ read(at.note, at.from) })
            is Looking -> ({ at.to })
            is Listening -> ({ at.to.from })
            is NoteRead -> ({ reloaded(at.from) })
            is NoteEdit -> ({ read(at.page.id, at.from) })
            is NoteTopics -> ({ read(at.page.id, at.from) })
            is Earlier ->
                if (at.text != null) ({ at.copy(number = null, text = null) }) else ({ read(at.page.id, at.from) })
            is Find, is BinList, is TopicList -> ({ load(Place.NOTES) })
            is NotesList -> if (at.topic != null) ({ load(Place.TOPICS) }) else ({ load(Place.WRITE) })
            More, OfferCopy, is RightNowPage, is DatesList -> ({ load(Place.WRITE) })
            is OwnWordsEdit, is NumbersList -> ({ load(Place.RIGHT_NOW) })
            is PersonEdit -> ({ load(Place.NUMBERS) })
            is DatePlace -> ({ beforeDate(at) })
            is CardPlace -> ({ beforeCard(at) })
            is Leaving -> ({ SaveCopy })
            is MorePage -> ({ More })
            Blank, is Unlock, is WriteNew, is OnScreen -> null
        }
    if (to != null) act { leaveWords(to) }
    return to != null
}

/** From the PINs back to the question how many: what was put in is forgotten. */
private fun firstBefore(at: First): Screen {
    val pads = at.step > FirstStep.COUNT
    return First(if (pads) FirstStep.COUNT else FirstStep.entries[at.step.ordinal - 1])
}

/** Yes to the question: done once, however often she taps. */
fun Session.answerYes() {
    act {
        val question = now.value.question ?: return@act
        update { it.copy(question = null) }
        question.act()
    }
}

/** No to the question. */
fun Session.leaveIt() {
    act { update { it.copy(question = null) } }
}
