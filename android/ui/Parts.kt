package app.notebook.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.border
import androidx.compose.foundation.interaction.InteractionSource
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.interaction.collectIsFocusedAsState
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.toggleable
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.Checkbox
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Shape
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp

/** The least height of what can be tapped. */
val TapHeight = 56.dp

/** The corners of controls. */
val Corners = RoundedCornerShape(10.dp)

/** How much a button asks for: the one main act of a screen, any other, one that can't be taken back. */
enum class Act {
    MAIN,
    PLAIN,
    FINAL,
}

/** A ring around what the keyboard or a switch is at. */
@Composable
fun Modifier.focusRing(source: InteractionSource, shape: Shape = Corners): Modifier {
    val focused by source.collectIsFocusedAsState()
    return if (focused) border(4.dp, MaterialTheme.colorScheme.secondary, shape) else this
}

/** A button with words on it; a screen reader says [spoken] in their place, if it is given. */
@Composable
fun Button(
    text: String,
    modifier: Modifier = Modifier,
    act: Act = Act.PLAIN,
    enabled: Boolean = true,
    spoken: String? = null,
    onClick: () -> Unit,
) {
    val source = remember { MutableInteractionSource() }
    val scheme = MaterialTheme.colorScheme
    val ink = if (act == Act.FINAL) scheme.error else scheme.onSurface
    Surface(
        onClick = onClick,
        modifier = modifier.heightIn(min = TapHeight).focusRing(source).semantics {
            role = Role.Button
            if (spoken != null) contentDescription = spoken
        },
        enabled = enabled,
        shape = Corners,
        color = if (act == Act.MAIN) scheme.primary else scheme.surface,
        contentColor = if (act == Act.MAIN) scheme.onPrimary else ink,
        border = if (act == Act.MAIN) null else BorderStroke(1.5.dp, if (act == Act.FINAL) ink else scheme.outline),
        interactionSource = source,
    ) {
        Box(Modifier.padding(horizontal = 16.dp, vertical = 10.dp), Alignment.Center) {
            val unsaid = if (spoken == null) Modifier else Modifier.clearAndSetSemantics {}
            Text(text, unsaid, style = MaterialTheme.typography.labelLarge, textAlign = TextAlign.Center)
        }
    }
}

/** A button as wide as the page. */
@Composable
fun WideButton(text: String, act: Act = Act.PLAIN, enabled: Boolean = true, onClick: () -> Unit) =
    Button(text, Modifier.fillMaxWidth(), act, enabled, onClick = onClick)

/** A sentence or more. */
@Composable
fun Say(text: String, modifier: Modifier = Modifier, quiet: Boolean = false) {
    val scheme = MaterialTheme.colorScheme
    Text(
        text,
        modifier,
        color = if (quiet) scheme.onSurfaceVariant else scheme.onBackground,
        style = MaterialTheme.typography.bodyLarge,
    )
}

/** What it is, and what there is to it, read aloud as one. */
@Composable
fun Told(what: String, text: String, quiet: Boolean = false) =
    Column(Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}) {
        Text(what, color = MaterialTheme.colorScheme.onBackground, style = MaterialTheme.typography.titleMedium)
        Say(text, quiet = quiet)
    }

/** A heading below the one of the page. */
@Composable
fun Heading(text: String) =
    Text(
        text,
        Modifier.padding(top = 12.dp).semantics { heading() },
        color = MaterialTheme.colorScheme.onBackground,
        style = MaterialTheme.typography.headlineMedium,
    )

/** A field for words. What she writes is held by the caller alone. */
@Composable
fun Field(
    label: String,
    value: String,
    modifier: Modifier = Modifier,
    lines: Int = 1,
    secret: Boolean = false,
    digits: Boolean = false,
    enabled: Boolean = true,
    onGo: (() -> Unit)? = null,
    onValue: (String) -> Unit,
) {
    val capitals = if (secret) KeyboardCapitalization.None else KeyboardCapitalization.Sentences
    OutlinedTextField(
        value,
        onValue,
        modifier.fillMaxWidth(),
        enabled,
        textStyle = MaterialTheme.typography.bodyLarge,
        label = { Text(label) },
        singleLine = lines == 1 && !secret,
        minLines = lines,
        keyboardOptions =
            KeyboardOptions(
                capitalization = capitals,
                autoCorrectEnabled = if (secret) false else null,
                keyboardType = if (digits) KeyboardType.Number else KeyboardType.Unspecified,
                imeAction = if (onGo == null) ImeAction.Default else ImeAction.Done,
            ),
        keyboardActions = KeyboardActions { onGo?.invoke() },
        shape = Corners,
        colors = fieldColours(),
    )
}

/** One of several, of which one is chosen. */
@Composable
fun Choice(text: String, chosen: Boolean, onChoose: () -> Unit) {
    val source = remember { MutableInteractionSource() }
    val tap =
        Modifier.selectable(chosen, source, indication = null, role = Role.RadioButton, onClick = onChoose)
    Line(text, source, tap) { RadioButton(chosen, null) }
}

/** On or off. */
@Composable
fun Switched(text: String, on: Boolean, onSwitch: (Boolean) -> Unit) = Switched(text, on, true, onSwitch)

/** The same, where it may be that it can't be switched. */
@Composable
fun Switched(text: String, on: Boolean, enabled: Boolean, onSwitch: (Boolean) -> Unit) =
    Switched(text, null, on, enabled, onSwitch)

/** The same with a [picture], if there is one ([Picture]). */
@Composable
fun Switched(text: String, picture: String?, on: Boolean, enabled: Boolean, onSwitch: (Boolean) -> Unit) {
    val source = remember { MutableInteractionSource() }
    val tap = Modifier.toggleable(on, source, null, enabled, Role.Checkbox, onSwitch)
    Line(text, source, tap, quiet = !enabled) {
        Checkbox(on, null, enabled = enabled)
        if (picture != null) Picture(picture)
    }
}

@Composable
private fun Line(
    text: String,
    source: InteractionSource,
    tap: Modifier,
    quiet: Boolean = false,
    mark: @Composable () -> Unit,
) =
    Row(
        Modifier.fillMaxWidth().heightIn(min = TapHeight).focusRing(source).then(tap).padding(8.dp),
        Arrangement.spacedBy(12.dp),
        Alignment.CenterVertically,
    ) {
        mark()
        Say(text, Modifier.weight(1f), quiet)
    }

/** A line of a list that opens on a tap: a name above, what is known of it below. */
@Composable
fun ListLine(title: String, below: String?, onOpen: () -> Unit) {
    val source = remember { MutableInteractionSource() }
    val scheme = MaterialTheme.colorScheme
    Surface(
        onClick = onOpen,
        modifier =
            Modifier.fillMaxWidth().heightIn(min = TapHeight).focusRing(source).semantics { role = Role.Button },
        shape = Corners,
        color = scheme.surface,
        contentColor = scheme.onSurface,
        border = BorderStroke(1.dp, scheme.outline),
        interactionSource = source,
    ) {
        Column(Modifier.padding(horizontal = 16.dp, vertical = 12.dp)) {
            Text(title, style = MaterialTheme.typography.titleMedium)
            if (below != null) Say(below, quiet = true)
        }
    }
}

@Composable
private fun fieldColours() =
    androidx.compose.material3.OutlinedTextFieldDefaults.colors(
        focusedBorderColor = MaterialTheme.colorScheme.secondary,
        focusedLabelColor = MaterialTheme.colorScheme.secondary,
        unfocusedBorderColor = MaterialTheme.colorScheme.outline,
        focusedContainerColor = MaterialTheme.colorScheme.surface,
        unfocusedContainerColor = MaterialTheme.colorScheme.surface,
        disabledContainerColor = Color.Transparent,
    )
