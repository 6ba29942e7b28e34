import NotebookApp
import SwiftUI

/// Her plan: up to three things to say, what helps, what not to ask about.
struct PlanScreen: View {
  let session: Session
  @Bindable var fields: PlanFields
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.planTitle], back: { session.back() }) {
      Heading(texts[.planSay])
      Say(texts[.planSayWhat], quiet: true)
      ForEach(Array(fields.say.indices), id: \.self) { thing($0) }
      Heading(texts[.planHelps])
      Say(texts[.planList], quiet: true)
      ForEach(fields.list, id: \.self) { help($0) }
      ForEach(fields.own, id: \.self) { help($0) }
      Field(label: texts[.planOther], text: $fields.other, go: { fields.addOther() })
      WordButton(texts[.topicsAdd]) { fields.addOther() }
        .disabled(fields.other.isEmpty)
      Field(label: texts[.planNotAsk], text: $fields.notAsk, lines: 2)
      Say(texts[.dateKeptWhen], quiet: true)
      WordButton(texts[.doDone], .main) { session.visitDone() }
    }
  }

  @ViewBuilder private func thing(_ at: Int) -> some View {
    let number = UInt64(at + 1)
    Field(label: texts.count(.planThing, number), text: $fields.say[at], lines: 2)
    if at > 0 { WordButton(texts.count(.planUp, number), wide: false) { fields.move(at, by: -1) } }
    if at + 1 < fields.say.count {
      WordButton(texts.count(.planDown, number), wide: false) { fields.move(at, by: 1) }
    }
  }

  private func help(_ text: String) -> some View {
    Switched(text: text, on: fields.helps.contains(text)) { fields.helps(text, $0) }
  }
}
