package app.notebook.android

import java.nio.ByteBuffer
import java.nio.ByteOrder

/** How often a second the voice is measured: what a voice needs, and small. */
internal const val VOICE_RATE = 16_000

/** Bytes of a second: one ear, 16 bits. */
internal const val VOICE_BYTES = VOICE_RATE * 2

/** The pieces of a voice, one after another, as a WAV file. */
internal fun wav(pieces: List<ByteArray>): ByteArray {
    val size = pieces.sumOf { it.size }
    val file = ByteBuffer.allocate(HEAD + size).order(ByteOrder.LITTLE_ENDIAN)
    file.put(ascii("RIFF")).putInt(HEAD - 8 + size).put(ascii("WAVE"))
    // Plain samples, one ear, so many a second, so many bytes a second, two bytes each, 16 bits.
    file.put(ascii("fmt ")).putInt(16).putShort(1).putShort(1).putInt(VOICE_RATE).putInt(VOICE_BYTES).putShort(2).putShort(16)
    file.put(ascii("data")).putInt(size)
    pieces.forEach(file::put)
    return file.array()
}

private fun ascii(text: String) = text.toByteArray(Charsets.US_ASCII)

private const val HEAD = 44
