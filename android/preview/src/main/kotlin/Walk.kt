package app.notebook.preview

import app.notebook.core.PersonText
import app.notebook.ui.*
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeoutOrNull

/**
 * Goes through every screen over the real core, with notes such as someone might write, and stops at each: to draw it,
 * or to look at what a screen reader gets.
 */
class Walk(private val session: Session, private val copies: OneCopy, private val stop: (name: String) -> Unit) {
    private var words = ""

    /** All of it, from the first run to the question before the end. */
    fun all() {
        firstRun()
        writing()
        notes()
        attaching()
        hardMoment()
        WalkDates(session, ::at, ::pass).all()
        WalkCard(session, ::at, ::pass).all()
        earlier()
        finding()
        binning()
        more()
        biometric()
        copying()
        waysIn()
    }

    private fun at(name: String, ready: (Shown) -> Boolean) {
        pass(ready)
        stop(name)
    }

    private fun pass(ready: (Shown) -> Boolean) {
        val there = runBlocking { withTimeoutOrNull(30.seconds) { session.now.first { it.busy == null && ready(it) } } }
        checkNotNull(there) { "It did not come; there is ${session.now.value.run { "$screen, $notice" }}." }
    }

    private fun firstRun() {
        session.start()
        for (step in FirstStep.entries.take(FirstStep.CHOOSE.ordinal)) {
            at("first-${step.name.lowercase()}") { (it.screen as? First)?.step == step }
            session.firstNext()
        }
        at("first-choose") { (it.screen as? First)?.step == FirstStep.CHOOSE }
        session.firstPin(PIN.toByteArray())
        pass { (it.screen as? First)?.step == FirstStep.AGAIN }
        session.firstPin("314159".toByteArray())
        at("first-not-the-same") { it.notice?.trouble == true }
        session.firstPin(PIN.toByteArray())
        at("first-again") { (it.screen as? First)?.step == FirstStep.AGAIN }
        session.firstPin(PIN.toByteArray())
    }

    private fun writing() {
        at("write") { it.screen is WriteNew }
        session.go(Place.NOTES)
        at("notes-empty") { it.screen is NotesList }
        write("The allotment", "Beans are up. I took the early bus and it was quiet.")
        at("offer-copy") { it.screen == OfferCopy }
        session.go(Place.WRITE)
        pass { it.screen is WriteNew }
        NOTES.forEach { (title, text) -> write(title, text) }
        at("write-saved") { it.notice?.undo != null }
    }

    private fun write(title: String, text: String) {
        if (session.now.value.screen !is WriteNew) session.go(Place.WRITE)
        pass { it.screen is WriteNew }
        val empty = session.now.value.screen
        session.typed(null, title, text)
        session.done()
        pass { it.screen != empty }
    }

    private fun notes() {
        session.go(Place.NOTES)
        at("notes") { it.screen is NotesList }
        open(NOTES.last().first)
        at("note") { it.screen is NoteRead }
        session.choices(true)
        at("note-choices") { (it.screen as? NoteRead)?.choices == true }
        session.pin(true)
        at("note-pinned") { (it.screen as? NoteRead)?.page?.pinned == true }
        session.topics()
        pass { it.screen is NoteTopics }
        session.setTopic("Home", true)
        session.setTopic("Things I want to say", true)
        at("topics") { (it.screen as? NoteTopics)?.page?.topics?.size == 2 }
        session.go(Place.TOPICS)
        at("topic-list") { (it.screen as? TopicList)?.topics?.size == 2 }
        session.openTopic("Home")
        at("topic") { (it.screen as? NotesList)?.topic == "Home" }
        session.nameTopic()
        at("topic-name") { it.screen is TopicName }
    }

    private fun open(title: String) {
        val list = session.now.value.screen as NotesList
        session.open(list.lines.first { it.title == title }.id)
        pass { it.screen is NoteRead }
    }

    private fun attaching() {
        session.go(Place.NOTES)
        pass { (it.screen as? NotesList)?.topic == null && it.screen is NotesList }
        open(NOTES.last().first)
        session.add()
        at("add") { it.screen is AddTo }
        session.record()
        at("recording-question") { it.question != null }
        session.answerYes()
        at("recording") { it.screen is Listening }
        session.keepRecording()
        at("note-with-sound") { (it.screen as? NoteRead)?.page?.attachments?.size == 1 }
        session.openAttachment((session.now.value.screen as NoteRead).page.attachments.first())
        at("sound") { it.screen is Attached }
        session.back()
        pass { it.screen is NoteRead }
        session.add()
        pass { it.screen is AddTo }
        session.pickPicture()
        pass { (it.screen as? NoteRead)?.page?.attachments?.size == 2 }
        session.openAttachment((session.now.value.screen as NoteRead).page.attachments.last())
        at("picture") { it.screen is Attached }
        session.back()
        pass { it.screen is NoteRead }
        session.add()
        pass { it.screen is AddTo }
        session.takePicture()
        at("camera-question") { it.question != null }
        session.answerYes()
        at("camera") { it.screen is Looking }
        session.back()
        pass { it.screen is AddTo }
        session.back()
        pass { it.screen is NoteRead }
        session.readToMe()
        at("read-aloud") { it.screen is ReadAloud }
    }

    private fun hardMoment() {
        session.go(Place.RIGHT_NOW)
        at("right-now-empty") { it.screen is RightNowPage }
        session.changeOwnWords()
        at("right-now-change") { it.screen is OwnWordsEdit }
        session.ownTyped("This will pass. It did before.", "Tea by the window\nThe cat next door")
        session.ownWordsDone()
        pass { (it.screen as? RightNowPage)?.page?.helps?.size == 2 }
        session.go(Place.NUMBERS)
        at("numbers-empty") { it.screen is NumbersList }
        for ((name, number, note) in PEOPLE) {
            session.changePerson(null)
            pass { it.screen is PersonEdit }
            session.keepPerson(PersonText(name, number, note))
            pass { it.screen is NumbersList }
        }
        at("numbers") { (it.screen as? NumbersList)?.page?.people?.size == PEOPLE.size }
        session.changePerson((session.now.value.screen as NumbersList).page.people.last())
        at("person") { it.screen is PersonEdit }
        session.removePerson()
        at("person-question") { it.question != null }
        session.leaveIt()
        pass { it.question == null }
        session.go(Place.RIGHT_NOW)
        at("right-now") { (it.screen as? RightNowPage)?.page?.people?.size == PEOPLE.size }
    }

    private fun earlier() {
        session.go(Place.KEEP)
        pass { it.screen is KeepTexts }
        session.keepTexts(true)
        at("keep") { (it.screen as? KeepTexts)?.on == true }
        session.go(Place.NOTES)
        pass { it.screen is NotesList }
        open(NOTES.last().first)
        session.edit()
        at("edit") { it.screen is NoteEdit }
        val page = (session.now.value.screen as NoteEdit).page
        session.typed(page.id, page.title.orEmpty(), "${page.text} The bulb in the hall is new.")
        session.editDone()
        at("edited") { it.screen is NoteRead && it.notice?.undo != null }
        session.earlier()
        at("earlier") { it.screen is Earlier }
        session.openEarlier((session.now.value.screen as Earlier).lines.first().number)
        at("earlier-text") { (it.screen as? Earlier)?.text != null }
    }

    private fun finding() {
        session.go(Place.FIND)
        at("find") { it.screen is Find }
        session.find("bus")
        at("found") { (it.screen as? Find)?.asked == true }
        session.around((session.now.value.screen as Find).lines.first().id)
        at("found-words") { (it.screen as? Find)?.around?.isNotEmpty() == true }
        session.find("giraffe")
        at("found-none") { (it.screen as? Find)?.let { found -> found.asked && found.lines.isEmpty() } == true }
    }

    private fun binning() {
        session.go(Place.BIN)
        at("bin-empty") { it.screen is BinList }
        session.go(Place.NOTES)
        pass { it.screen is NotesList }
        open(NOTES.first().first)
        session.toBin()
        at("binned") { it.screen is NotesList && it.notice?.undo != null }
        session.go(Place.BIN)
        at("bin") { it.screen is BinList }
        session.open((session.now.value.screen as BinList).lines.first().id)
        at("bin-note") { it.screen is NoteRead }
        session.deleteForGood((session.now.value.screen as NoteRead).page.id)
        at("delete-question") { it.question != null }
        session.leaveIt()
        pass { it.question == null }
    }

    private fun more() {
        session.go(Place.MORE)
        at("more") { it.screen == More }
        for (place in listOf(Place.PIN, Place.RECOVERY, Place.BIOMETRIC, Place.CLOSES, Place.WRONG_PINS, Place.LOOK, Place.LIMITS)) {
            session.go(place)
            pass { it.screen is MorePage && it.screen != More }
            if (session.now.value.screen is ConfirmPin) confirm()
            at("more-${place.name.lowercase()}") { it.screen !is ConfirmPin }
            session.go(Place.MORE)
            pass { it.screen == More }
        }
        session.go(Place.RECOVERY)
        at("confirm-pin") { it.screen is ConfirmPin }
        session.confirmPin("314159".toByteArray())
        at("confirm-pin-wrong") { it.notice?.trouble == true }
        confirm()
        pass { it.screen is Recovery }
        session.makeRecovery()
        at("recovery-words") { it.screen is Twelve }
        session.go(Place.RECOVERY)
        at("recovery-words-leave") { it.question != null }
        session.answerYes()
        pass { it.screen is ConfirmPin }
        confirm()
        at("recovery-made") { (it.screen as? Recovery)?.made == true }
    }

    private fun confirm() = session.confirmPin(PIN.toByteArray())

    private fun biometric() {
        session.go(Place.BIOMETRIC)
        pass { it.screen is BiometricPage }
        session.openByBiometric(true)
        at("biometric-on") { (it.screen as? BiometricPage)?.on == true }
    }

    private fun copying() {
        session.go(Place.SAVE)
        at("copy") { it.screen == SaveCopy }
        session.beforeOpenCopy()
        at("leaving-open") { (it.screen as? Leaving)?.open != null }
        session.beforeSealedCopy()
        at("leaving-sealed") { (it.screen as? Leaving)?.run { open == null } == true }
        session.copyOut()
        at("copy-words") { it.screen is Twelve }
        words = (session.now.value.screen as Twelve).words.joinToString(" ")
        session.twelveDone()
        pass { it.screen == More }
        session.go(Place.BRING)
        at("bring") { it.screen is BringBack }
        session.chooseCopy()
        at("bring-words") { (it.screen as? BringBack)?.chosen == true }
        session.previewCopy("not these words")
        at("bring-wrong") { it.notice?.trouble == true }
        session.previewCopy(words)
        at("bring-preview") { (it.screen as? BringBack)?.preview != null }
        session.deleteAll()
        at("delete-all-question") { it.question != null }
    }

    private fun waysIn() {
        session.close()
        at("unlock") { it.screen == Unlock(biometric = true) }
        session.unlock("000111".toByteArray())
        at("unlock-wrong") { it.notice?.trouble == true }
        session.forgotPin()
        at("unlock-words") { it.screen is UnlockWords }
    }

    companion object {
        /** The PIN of the walk. */
        const val PIN = "271828"

        // Numbers that Ofcom keeps free for plays and books.
        private val PEOPLE =
            listOf(Triple("Ines", "0117 496 0000", "After six, not on Mondays"), Triple("My sister", "07700 900123", ""))

        private val NOTES =
            listOf(
                "Things to bring" to "The letter, a pen, the blue folder.",
                "What I want to say on Thursday" to "That mornings are hard, and that the bus is better.",
                "" to "A line with no title.",
                "A good hour" to "Tea by the window. The neighbour's cat came by, then the bus driver waved.",
            )
    }
}

/** Sealed copies go to and come from this one file; an open one lies beside it. */
class OneCopy(private val file: java.nio.file.Path) : Files {
    override suspend fun newCopy(kind: CopyKind) =
        PathPlace(if (kind == CopyKind.SEALED) file else file.resolveSibling(kind.fileName))

    override suspend fun newPage(name: String) = PathPlace(file.resolveSibling(name))

    override suspend fun openCopy() = PathPlace(file)
}
