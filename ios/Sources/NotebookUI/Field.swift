import NotebookApp
import SwiftUI

/// A field for words, with its name above it. What she writes is held by the session alone.
///
/// The keyboard corrects nothing in any field: what it corrects it also learns, and would offer in other apps.
struct Field: View {
  let label: String
  @Binding var text: String
  var lines = 1
  var secret = false
  var numbers = false
  var go: (@MainActor () -> Void)?
  @Environment(\.palette) private var palette
  @Environment(\.touched) private var touched
  @FocusState private var writesHere: Bool

  var body: some View {
    VStack(alignment: .leading, spacing: 4) {
      Say(label, quiet: true).accessibilityHidden(true)
      TextField("", text: $text, axis: lines == 1 ? .horizontal : .vertical)
        .lineLimit(lines...)
        .lettering(.body)
        .foregroundStyle(Color(palette.ink))
        .tint(Color(palette.water))
        .autocorrectionDisabled()
        .textInputAutocapitalization(secret ? .never : .sentences)
        .keyboardType(numbers ? .numberPad : secret ? .asciiCapable : .default)
        .focused($writesHere)
        .submitLabel(go == nil ? .return : .done)
        .onSubmit { go?() }
        .onChange(of: text) { touched() }
        .accessibilityLabel(Text(verbatim: label))
        .padding(12)
        .frame(minHeight: tapSize)
        .background(Color(palette.card), in: RoundedRectangle(cornerRadius: corners))
        .overlay {
          RoundedRectangle(cornerRadius: corners)
            .strokeBorder(Color(writesHere ? palette.water : palette.edge), lineWidth: writesHere ? 3 : 1.5)
        }
    }
  }
}

/// The two fields of a note. Each change goes to the session, which keeps it.
struct WritingFields: View {
  let session: Session
  let writing: Writing
  @Environment(\.texts) private var texts

  var body: some View {
    Field(
      label: texts[.writeField],
      text: Binding(get: { writing.text }, set: { session.typed(text: $0) }),
      lines: 7)
    Field(
      label: texts[.pageName],
      text: Binding(get: { writing.title }, set: { session.typed(title: $0) }))
    Say(texts[.writeKept], quiet: true)
  }
}
