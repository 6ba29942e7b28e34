package app.notebook.ui

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.material3.ColorScheme
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.LocalRippleConfiguration
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Typography
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.remember
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.sp

/** The colours of the notebook by what they are for. */
data class Palette(
    val paper: Color,
    val card: Color,
    val ink: Color,
    val quietInk: Color,
    val fern: Color,
    val onFern: Color,
    val water: Color,
    val clay: Color,
    val edge: Color,
)

/** By day. */
val LightPalette =
    Palette(
        paper = Color(0xFFFBFAF5),
        card = Color(0xFFFFFFFF),
        ink = Color(0xFF1F2A2E),
        quietInk = Color(0xFF43525A),
        fern = Color(0xFF265A42),
        onFern = Color(0xFFFFFFFF),
        water = Color(0xFF184F78),
        clay = Color(0xFF8A2F1C),
        edge = Color(0xFF6B7A74),
    )

/** By night. */
val DarkPalette =
    Palette(
        paper = Color(0xFF14181A),
        card = Color(0xFF1D2326),
        ink = Color(0xFFE8ECE9),
        quietInk = Color(0xFFA9B6B3),
        fern = Color(0xFF8FCFA9),
        onFern = Color(0xFF0F2A1C),
        water = Color(0xFF8EC5EC),
        clay = Color(0xFFF0A58F),
        edge = Color(0xFF7C8A86),
    )

private fun Palette.scheme(base: ColorScheme) =
    base.copy(
        primary = fern,
        onPrimary = onFern,
        secondary = water,
        onSecondary = paper,
        background = paper,
        onBackground = ink,
        surface = card,
        onSurface = ink,
        onSurfaceVariant = quietInk,
        error = clay,
        onError = paper,
        outline = edge,
        outlineVariant = edge,
    )

private fun style(letters: FontFamily, size: Int, weight: FontWeight = FontWeight.Normal, line: Double = 1.5) =
    TextStyle(
        fontFamily = letters,
        fontSize = size.sp,
        lineHeight = (size * line).sp,
        fontWeight = weight,
        // Her words run as they do, whatever the language of the screen; numbers that stand alone, such as those to ring,
        // from left to right in every one.
        textDirection = TextDirection.ContentOrLtr,
    )

private fun type(letters: FontFamily) =
    Typography(
        headlineLarge = style(letters, 28, FontWeight.Medium, line = 1.25),
        headlineMedium = style(letters, 22, FontWeight.Medium, line = 1.25),
        titleMedium = style(letters, 18, FontWeight.Medium),
        bodyLarge = style(letters, 18),
        bodyMedium = style(letters, 18),
        // The label of a field that is being written in.
        bodySmall = style(letters, 16),
        labelLarge = style(letters, 18, FontWeight.Medium),
    )

/**
 * Colours, type and size for all that is inside. What [letters] lack, the system's own faces give. Nothing moves: no
 * ripple, no fades.
 */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
fun NotebookTheme(look: Look, letters: FontFamily, content: @Composable () -> Unit) {
    val dark =
        when (look.colours) {
            Colours.LIGHT -> false
            Colours.DARK -> true
            Colours.PHONE -> isSystemInDarkTheme()
        }
    val scheme = if (dark) DarkPalette.scheme(darkColorScheme()) else LightPalette.scheme(lightColorScheme())
    val given = LocalDensity.current
    MaterialTheme(colorScheme = scheme, typography = remember(letters) { type(letters) }) {
        CompositionLocalProvider(
            LocalDensity provides Density(given.density, given.fontScale * look.size.factor),
            LocalRippleConfiguration provides null,
            content = content,
        )
    }
}
