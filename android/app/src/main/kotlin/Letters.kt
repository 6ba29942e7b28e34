package app.notebook.android

import androidx.compose.ui.text.font.Font
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight

/** The letters of the screens, which `./dev letters` fetches; their licence lies beside them (`R.raw.atkinson_licence`). */
internal val LETTERS =
    FontFamily(
        Font(R.font.atkinson_regular, FontWeight.Normal),
        Font(R.font.atkinson_medium, FontWeight.Medium),
        Font(R.font.atkinson_bold, FontWeight.Bold),
    )
