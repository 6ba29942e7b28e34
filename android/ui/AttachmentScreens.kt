package app.notebook.ui

import androidx.compose.foundation.Image
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.keepScreenOn
import androidx.compose.ui.layout.ContentScale
import androidx.compose.ui.unit.dp
import app.notebook.core.AttachmentLine
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.delay

/** The screens of pictures and sounds. */
@Composable
internal fun AttachmentScreens(session: Session, screen: Inside, sounds: Boolean) {
    val back = session::goBack
    // Else it goes dark by itself while she speaks or listens, and what comes after that is lost.
    if (screen is Listening || sounds) Box(Modifier.keepScreenOn())
    when (screen) {
        is AddTo -> AddToScreen(session.senses, session::pickPicture, session::takePicture, session::record, back)
        is Looking -> session.senses.camera?.let { LookingScreen(it, session::snap, back) }
        is Listening -> ListeningScreen(session::keepRecording, session::dropRecording)
        is Attached -> AttachedScreen(screen, sounds, session::play, session::hush, session::removeAttachment, back)
        is ReadAloud -> ReadAloudScreen(sounds, session::play, session::hush, back)
        else -> Unit
    }
}

/** What it is, in a word. */
@Composable
fun kindOf(line: AttachmentLine): String =
    LocalTexts.current[
        when {
            line.isPicture -> Names.ATTACHMENT_PICTURE
            line.isSound -> Names.ATTACHMENT_SOUND
            else -> Names.ATTACHMENT_FILE
        }]

/** What can be added, and what it costs, before it is. */
@Composable
fun AddToScreen(senses: Senses, onPick: () -> Unit, onTake: () -> Unit, onRecord: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(addName(senses.recorder != null), onBack) {
        Say(texts[Names.ADD_COST])
        if (senses.recorder != null) WideButton(texts[Names.RECORD_MINE], onClick = onRecord)
        if (senses.camera != null) WideButton(texts[Names.ADD_TAKE], onClick = onTake)
        WideButton(texts[Names.ADD_PICK], onClick = onPick)
        Say(texts[Names.ADD_FROM], quiet = true)
    }
}

/** What the camera sees, and the button that takes it. */
@Composable
fun LookingScreen(camera: Camera, onTake: () -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    Page(texts[Names.ADD_TAKE], onBack) {
        camera.Sight(Modifier.fillMaxWidth().height(SIGHT))
        WideButton(texts[Names.TAKE_NOW], Act.MAIN, onClick = onTake)
        Say(texts[Names.TAKE_WHAT], quiet = true)
    }
}

/** So high that the button below it is in sight too on most phones. */
private val SIGHT = 320.dp

/** While she speaks. */
@Composable
fun ListeningScreen(onKeep: () -> Unit, onDrop: () -> Unit) {
    val texts = LocalTexts.current
    var seconds by remember { mutableIntStateOf(0) }
    LaunchedEffect(Unit) {
        while (true) {
            delay(1.seconds)
            seconds++
        }
    }
    Page(texts[Names.RECORD_MINE]) {
        Say(texts[Names.RECORD_NOW])
        Say("${seconds / 60}:${(seconds % 60).toString().padStart(2, '0')}", quiet = true)
        WideButton(texts[Names.RECORD_KEEP], Act.MAIN, onClick = onKeep)
        WideButton(texts[Names.RECORD_DROP], Act.FINAL, onClick = onDrop)
    }
}

/** A picture to see, a sound to hear, or a file that can't be shown. */
@Composable
fun AttachedScreen(
    state: Attached,
    sounds: Boolean,
    onPlay: (aloud: Boolean) -> Unit,
    onHush: () -> Unit,
    onRemove: () -> Unit,
    onBack: () -> Unit,
) {
    val texts = LocalTexts.current
    val kind = kindOf(state.line)
    val picture = state.picture
    Page(kind, onBack) {
        when {
            picture != null -> Image(picture, kind, Modifier.fillMaxWidth(), contentScale = ContentScale.FillWidth)
            state.sound != null -> EarOrAloud(sounds, onPlay, onHush)
            else -> Say(texts[Names.ATTACHMENT_UNSEEN])
        }
        WideButton(texts[Names.ATTACHMENT_REMOVE], Act.FINAL, onClick = onRemove)
    }
}

/** A note that is read to her. */
@Composable
fun ReadAloudScreen(sounds: Boolean, onPlay: (aloud: Boolean) -> Unit, onHush: () -> Unit, onBack: () -> Unit) =
    Page(LocalTexts.current[Names.READ_TO_ME], onBack) {
        EarOrAloud(sounds, onPlay, onHush)
        Say(LocalTexts.current[Names.READ_HOW], quiet = true)
    }

/** The earpiece comes first: what is heard aloud is heard by others. */
@Composable
private fun EarOrAloud(sounds: Boolean, onPlay: (aloud: Boolean) -> Unit, onHush: () -> Unit) {
    val texts = LocalTexts.current
    if (sounds) {
        WideButton(texts[Names.SOUND_STOP], Act.MAIN, onClick = onHush)
    } else {
        WideButton(texts[Names.SOUND_EAR], Act.MAIN) { onPlay(false) }
        WideButton(texts[Names.SOUND_ALOUD]) { onPlay(true) }
    }
}

/** What it is called to add something: with a voice only where one can be recorded. */
@Composable
fun addName(speaks: Boolean): String = LocalTexts.current[if (speaks) Names.ADD_TITLE else Names.ADD_PICTURE]
