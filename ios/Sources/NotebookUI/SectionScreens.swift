import Notebook
import NotebookApp
import SwiftUI

/// A section of her card, while she writes it.
struct SectionScreen: View {
  let session: Session
  @Bindable var fields: SectionFields
  @Environment(\.texts) private var texts

  var body: some View {
    Page(fields.name, back: { session.back() }) {
      switch fields.part {
      case .section(let section): of(section)
      case .own: own
      case .plan, .note: EmptyView()
      }
      Say(texts[.dateKeptWhen], quiet: true)
      WordButton(texts[.doDone], .main) { session.cardDone() }
      if fields.isThere { WordButton(texts[.cardOwnOff]) { session.takeOutSection() } }
    }
  }

  @ViewBuilder private func of(_ section: Section) -> some View {
    switch section {
    case .wants: wants
    case .please: please
    case .reach: ReachPart(fields: fields)
    case .medicines: medicines
    case .filing: filing
    case .about: about
    case .reception: ListPart(fields: fields, list: .reception)
    }
  }

  @ViewBuilder private var wants: some View {
    Say(texts[.planSayWhat], quiet: true)
    ListPart(fields: fields, list: .wants)
  }

  @ViewBuilder private var please: some View {
    Heading(texts[.shownDo])
    ListPart(fields: fields, list: .please)
    Heading(texts[.shownDoNot])
    ListPart(fields: fields, list: .pleaseNot)
  }

  @ViewBuilder private var medicines: some View {
    Field(label: texts[.shownTakes], text: $fields.card.medicines, lines: 3)
    Field(label: texts[.shownAllergies], text: $fields.card.allergies, lines: 3)
  }

  @ViewBuilder private var filing: some View {
    let all: [(Filing, Name)] = [
      (.yes, .shownYes), (.askMe, .shownAskFirst), (.no, .shownNo), (.notSaid, .cardNotSaid),
    ]
    ForEach(all, id: \.0) { filing, name in
      Choice(text: texts[name], chosen: fields.card.filing == filing) { fields.card.filing = filing }
    }
  }

  @ViewBuilder private var about: some View {
    Say(texts[.cardAboutWhat])
    Field(label: texts[.shownName], text: $fields.card.about.name)
    Field(label: texts[.shownBorn], text: $fields.card.about.born)
    Field(label: texts[.shownNhs], text: $fields.card.about.nhsNumber)
  }

  @ViewBuilder private var own: some View {
    Field(label: texts[.cardOwnTitle], text: $fields.title)
    Field(label: texts[.cardOwnText], text: $fields.text, lines: 4)
  }
}

/// A list on the card: what is on it, what can be picked, and a field for her own words.
struct ListPart: View {
  let fields: SectionFields
  let list: CardList
  @Environment(\.texts) private var texts

  var body: some View {
    ForEach(fields.shown(on: list), id: \.at) { thing in
      Say(thing.text)
      if thing.at != fields.shown(on: list).first?.at {
        WordButton(texts.with(.cardPickUp, thing.text), wide: false) { fields.moveUp(thing.at, on: list) }
      }
      WordButton(texts.with(.cardPickOff, thing.text), wide: false) { fields.takeOff(thing.at, from: list) }
    }
    Heading(texts[.cardPick])
    ForEach(fields.phrases(for: list), id: \.name) { phrase in
      let isOn = fields.has(phrase, on: list)
      Switched(text: phrase.text, picture: phrase.picture, on: isOn) {
        fields.pick(phrase, for: list, $0)
      }
      .disabled(!isOn && fields.hasNoRoom(list))
    }
    Field(label: texts[.cardPickOwn], text: typed, lines: 2)
      .disabled(fields.isFull(list))
    WordButton(texts[.cardPickAdd]) { fields.add(to: list) }
      .disabled(typed.wrappedValue.isEmpty || fields.isFull(list))
  }

  private var typed: Binding<String> {
    Binding(get: { fields.typing[list] ?? "" }, set: { fields.typing[list] = $0 })
  }
}

/// How they can reach her, and she stays safe.
struct ReachPart: View {
  @Bindable var fields: SectionFields
  @Environment(\.texts) private var texts

  var body: some View {
    Say(texts[.cardReachWhat])
    Field(label: texts[.shownNumber], text: $fields.card.reach.number)
    Field(label: texts[.shownWhen], text: $fields.card.reach.when)
    AnswerPart(what: .shownVoicemail, answer: $fields.card.reach.voicemail)
    AnswerPart(what: .shownTexts, answer: $fields.card.reach.texts)
    AnswerPart(what: .shownLetters, answer: $fields.card.reach.letters)
    Field(label: texts[.shownPicksUp], text: $fields.card.reach.whoAnswers)
    Field(label: texts[.shownNotTold], text: $fields.card.reach.notTold)
  }
}

/// Whether something is all right: yes, no, or she does not say.
struct AnswerPart: View {
  let what: Name
  @Binding var answer: Answer
  @Environment(\.texts) private var texts
  private static let all: [(Answer, Name)] = [(.yes, .shownYes), (.no, .shownNo), (.notSaid, .cardNotSaid)]

  var body: some View {
    Heading(texts[what])
    ForEach(Self.all, id: \.0) { answer, name in
      Choice(text: texts[name], chosen: self.answer == answer) { self.answer = answer }
    }
  }
}
