package app.notebook.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.LinearProgressIndicator
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.paneTitle
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.selected
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.TextUnit
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import kotlin.math.min

/** What tests find the bar by. */
const val BAR_TAG = "bar"

/** At most some 60 characters a line. */
@Composable private fun lineWidth(): Dp = (540 * LocalDensity.current.fontScale).dp

/** A page that scrolls: a way back, its heading, and what it has. */
@Composable
fun Page(title: String, onBack: (() -> Unit)? = null, content: @Composable ColumnScope.() -> Unit) =
    Box(
        Modifier.fillMaxSize().verticalScroll(rememberScrollState()).semantics { paneTitle = title },
        Alignment.TopCenter,
    ) {
        Column(Modifier.widthIn(max = lineWidth()).fillMaxWidth().padding(16.dp), Arrangement.spacedBy(12.dp)) {
            PageTop(title, onBack)
            content()
        }
    }

/** A page with a list that may be long. */
@Composable
fun ListPage(
    title: String,
    onBack: (() -> Unit)? = null,
    top: @Composable ColumnScope.() -> Unit,
    list: LazyListScope.() -> Unit,
) =
    Box(Modifier.fillMaxSize().semantics { paneTitle = title }, Alignment.TopCenter) {
        LazyColumn(
            Modifier.widthIn(max = lineWidth()).fillMaxSize().padding(horizontal = 16.dp),
            verticalArrangement = Arrangement.spacedBy(12.dp),
        ) {
            item {
                Column(Modifier.padding(top = 16.dp), Arrangement.spacedBy(12.dp)) {
                    PageTop(title, onBack)
                    top()
                }
            }
            list()
            item { Box(Modifier.padding(bottom = 4.dp)) }
        }
    }

@Composable
private fun PageTop(title: String, onBack: (() -> Unit)?) {
    if (onBack != null) Button(LocalTexts.current[Names.DO_BACK], onClick = onBack)
    Text(
        title,
        Modifier.semantics { heading() },
        color = MaterialTheme.colorScheme.onBackground,
        style = MaterialTheme.typography.headlineLarge,
    )
}

/** What was done or could not be, above the bar, where it stays until the next step. It is spoken when it comes. */
@Composable
fun NoticeStrip(notice: Notice, onUndo: () -> Unit) {
    val texts = LocalTexts.current
    val manner = if (notice.trouble) LiveRegionMode.Assertive else LiveRegionMode.Polite
    val spoken = if (notice.spoken) Modifier.semantics { liveRegion = manner } else Modifier
    // Where the words are large and the screen is low it scrolls, so that the page keeps most of the room.
    Surface(Modifier.fillMaxWidth().heightIn(max = 200.dp), color = MaterialTheme.colorScheme.surface) {
        Column(Modifier.verticalScroll(rememberScrollState())) {
            HorizontalDivider(color = MaterialTheme.colorScheme.outline)
            // The button goes below where it would leave the words no room.
            FlowRow(
                Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 8.dp),
                Arrangement.SpaceBetween,
                Arrangement.spacedBy(4.dp),
                itemVerticalAlignment = Alignment.CenterVertically,
            ) {
                Say(notice.text, spoken)
                if (notice.undo != null) Button(texts[Names.DO_UNDO], onClick = onUndo)
            }
        }
    }
}

/** The bar, always with words; Close is at its end on every screen. Large words take two rows. */
@Composable
fun Bar(place: Place, onGo: (Place) -> Unit, onClose: () -> Unit) {
    val texts = LocalTexts.current
    Surface(Modifier.fillMaxWidth().testTag(BAR_TAG), color = MaterialTheme.colorScheme.surface) {
        BoxWithConstraints {
            val scale = LocalDensity.current.fontScale
            val room = maxWidth / min(scale, MOST_IN_BAR)
            val letters = LETTERS_IN_BAR * (min(scale, MOST_IN_BAR) / scale)
            Column {
                HorizontalDivider(color = MaterialTheme.colorScheme.outline)
                val items = if (texts.areFull) FULL_BAR else PLAIN_BAR
                BarRows(items.size, if (room < NARROW) 3 else items.size) { item, at ->
                    val (name, leads) = items[item]
                    BarItem(texts[name], leads == place, at, letters) { if (leads == null) onClose() else onGo(leads) }
                }
            }
        }
    }
}

private val NARROW = 350.dp

/** Five words are always in sight: on the bar letters grow this far and no further, so that the page keeps its room. */
private const val MOST_IN_BAR = 1.5f
private val LETTERS_IN_BAR = 18.sp

/** No place: Close. */
private val PLAIN_BAR: List<Pair<String, Place?>> =
    listOf(
        Names.BAR_NOTES to Place.NOTES,
        Names.BAR_WRITE to Place.WRITE,
        DateNames.BAR_DATES to Place.DATES,
        Names.BAR_MORE to Place.MORE,
        Names.BAR_CLOSE to null,
    )

/** A full notebook has a card. To write is the main thing on its page of notes then, and where each way back ends. */
private val FULL_BAR: List<Pair<String, Place?>> =
    listOf(
        Names.BAR_NOTES to Place.NOTES,
        DateNames.BAR_DATES to Place.DATES,
        CardNames.BAR_CARD to Place.CARD,
        Names.BAR_MORE to Place.MORE,
        Names.BAR_CLOSE to null,
    )

@Composable
private fun BarRows(count: Int, most: Int, item: @Composable (Int, Modifier) -> Unit) {
    for (row in (0 until count).chunked(most)) {
        Row(Modifier.fillMaxWidth().padding(horizontal = 4.dp)) {
            for (at in row) item(at, Modifier.weight(1f).padding(horizontal = 2.dp, vertical = 4.dp))
        }
    }
}

@Composable
private fun BarItem(text: String, here: Boolean, modifier: Modifier, letters: TextUnit, onClick: () -> Unit) {
    val source = remember { MutableInteractionSource() }
    val scheme = MaterialTheme.colorScheme
    Surface(
        onClick = onClick,
        modifier =
            modifier.heightIn(min = TapHeight).focusRing(source).semantics {
                role = Role.Tab
                selected = here
            },
        shape = RoundedCornerShape(10.dp),
        color = if (here) scheme.primary else scheme.surface,
        contentColor = if (here) scheme.onPrimary else scheme.onSurface,
        border = if (here) null else BorderStroke(1.dp, scheme.outline),
        interactionSource = source,
    ) {
        Box(Modifier.padding(horizontal = 2.dp, vertical = 8.dp), Alignment.Center) {
            Text(
                text,
                style = MaterialTheme.typography.labelLarge.copy(fontSize = letters, lineHeight = letters * 1.5f),
                fontWeight = if (here) FontWeight.Bold else FontWeight.Medium,
                textAlign = TextAlign.Center,
            )
        }
    }
}

/** Something takes longer than a moment. */
@Composable
fun BusyPage(busy: Busy, onStop: () -> Unit) =
    // It takes all taps: what lies behind it waits.
    Box(Modifier.fillMaxSize().pointerInput(Unit) {}, Alignment.Center) {
        Column(
            Modifier.verticalScroll(rememberScrollState()).padding(24.dp),
            Arrangement.spacedBy(16.dp),
            Alignment.CenterHorizontally,
        ) {
            Say(busy.text, Modifier.semantics { liveRegion = LiveRegionMode.Polite })
            busy.done?.let { done ->
                LinearProgressIndicator({ done }, Modifier.fillMaxWidth(), color = MaterialTheme.colorScheme.primary)
            }
            if (busy.canStop) Button(LocalTexts.current[Names.DO_STOP], onClick = onStop)
        }
    }

/** One plain question; both answers weigh the same. */
@Composable
fun QuestionPage(question: Question, onYes: () -> Unit, onNo: () -> Unit) =
    Page(question.title) {
        Say(question.text, Modifier.semantics { liveRegion = LiveRegionMode.Polite })
        WideButton(question.no, onClick = onNo)
        WideButton(question.yes, if (question.final) Act.FINAL else Act.PLAIN, onClick = onYes)
    }
