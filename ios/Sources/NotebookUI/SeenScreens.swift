import Notebook
import NotebookApp
import SwiftUI

/// Whom she sees. What she thinks of seeing them again shows only on the page of each.
struct SeenScreen: View {
  let session: Session
  let all: [SeenLine]
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.cardPeople], back: { session.back() }) {
      if all.isEmpty { Say(texts[.seenNone]) }
      ForEach(all, id: \.id) { line in
        SeenLines(line: line)
        WordButton(texts.with(.personChange, line.text.name)) { session.changeSeen(line) }
      }
      WordButton(texts[.seenAdd]) { session.changeSeen(nil) }
      WordButton(texts[.cardChoices]) { session.go(.choices) }
    }
  }
}

/// Someone she sees, to be read.
struct SeenLines: View {
  let line: SeenLine
  @Environment(\.texts) private var texts
  @Environment(\.palette) private var palette

  var body: some View {
    VStack(alignment: .leading, spacing: 4) {
      Text(verbatim: line.text.name).lettering(.label).foregroundStyle(Color(palette.ink))
      Say(line.kind, quiet: true)
      if let of = line.of { Say(texts.with(.personOfWhom, of, gap: .who), quiet: true) }
      if !line.text.number.isEmpty { Say(line.text.number) }
      if !line.text.note.isEmpty { Say(line.text.note) }
    }
    .padding(.vertical, 4)
    .accessibilityElement(children: .combine)
  }
}

/// Someone she sees, while she writes of them.
struct SeenPersonScreen: View {
  let session: Session
  @Bindable var fields: SeenFields
  @Environment(\.texts) private var texts

  var body: some View {
    Page(title, back: { session.back() }) {
      Field(label: texts[.personName], text: $fields.name)
      Field(label: texts[.personNumber], text: $fields.number)
      Field(label: texts[.personNote], text: $fields.note, lines: 2)
      Heading(texts[.seenKind])
      ForEach(SeenAs.all, id: \.self) { kind in
        Choice(text: texts[kind.word], chosen: fields.kind == kind) { fields.kind = kind }
      }
      if !fields.others.isEmpty { of }
      Field(label: texts[.seenAgain], text: $fields.again, lines: 2)
      Say(texts[.dateKeptWhen], quiet: true)
      WordButton(texts[.doDone], .main) { session.cardDone() }
        .disabled(fields.isNameless)
      if fields.line != nil { WordButton(texts[.personRemove], .final) { session.removeSeen() } }
    }
  }

  @ViewBuilder private var of: some View {
    Heading(texts[.seenOf])
    Choice(text: texts[.seenOfNone], chosen: fields.of == nil) { fields.of = nil }
    ForEach(fields.others, id: \.id) { other in
      Choice(text: other.text.name, chosen: fields.of == other.id) { fields.of = other.id }
    }
  }

  private var title: String {
    guard let line = fields.line else { return texts[.seenAdd] }
    return texts.with(.personChange, line.text.name)
  }
}

/// What each may see, under the name of each.
struct ChoicesScreen: View {
  let session: Session
  let lines: [ChoiceLine]
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.cardChoices], back: { session.back() }) {
      if lines.isEmpty { Say(texts[.choiceNone]) }
      ForEach(Array(lines.enumerated()), id: \.element.id) { at, line in
        if at == 0 || lines[at - 1].rule.person != line.rule.person { Heading(line.who) }
        ListLine(title: texts?.choice(line) ?? "", below: nil) { session.changeChoice(line) }
      }
      WordButton(texts[.choiceAdd], .main) { session.changeChoice(nil) }
      Say(texts[.choiceLimits], quiet: true)
    }
  }
}

/// One choice: who, what, how, and until when.
struct ChoiceScreen: View {
  let session: Session
  @Bindable var fields: ChoiceFields
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[fields.line == nil ? .choiceAdd : .cardChoices], back: { session.back() }) {
      Heading(texts[.choiceWho])
      ForEach(fields.who, id: \.person) { one in
        Choice(text: one.name, chosen: fields.person == one.person) { fields.person = one.person }
      }
      Heading(texts[.choiceAbout])
      ForEach(fields.what, id: \.what) { one in
        Choice(text: one.name, chosen: fields.about == one.what) { fields.about = one.what }
      }
      Heading(texts[.choiceHow])
      ForEach(Shows.all, id: \.self) { shows in
        Choice(text: texts[shows.word], chosen: fields.shows == shows) { fields.shows = shows }
      }
      ending
      Say(texts[.choiceLimits], quiet: true)
      WordButton(texts[.doDone], .main) { session.choiceDone() }
      if fields.line != nil { WordButton(texts[.choiceTakeOut]) { session.takeOutChoice() } }
    }
  }

  @ViewBuilder private var ending: some View {
    Heading(texts[.choiceEnd])
    Choice(text: texts[.choiceEndNone], chosen: !fields.ends) { fields.ends = false }
    Choice(text: texts[.choiceEndSet], chosen: fields.ends) { fields.ends = true }
    if fields.ends { DayPart(fields: fields.day, today: session.today) }
  }
}
