import Notebook
import NotebookApp
import SwiftUI

/// Her own people first, then the dated list, which says what it costs and what stays behind.
struct NumbersScreen: View {
  let session: Session
  let page: NumbersPage
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.numbersTitle], back: { session.back() }) {
      Say(texts[.numbersList])
      if session.canRing { Say(texts[.numbersRingAsks], quiet: true) }
      Heading(texts[.numbersYours])
      if page.people.isEmpty { Say(texts[.numbersNone], quiet: true) }
      ForEach(page.people, id: \.id) { person in
        PersonLines(session: session, person: person)
        WordButton(texts.with(.personChange, person.name)) { session.changePerson(person) }
      }
      WordButton(texts[.personAdd]) { session.changePerson(nil) }
      Heading(texts[.numbersOthers])
      Say(page.checked, quiet: true)
      ForEach(page.services, id: \.name) { service in
        Entries(
          session: session, name: service.name, lines: [service.number ?? ""] + service.about, dial: service.dial)
      }
    }
  }
}

/// A person to ring.
struct PersonLines: View {
  let session: Session
  let person: PersonLine

  var body: some View {
    Entries(session: session, name: person.name, lines: [person.number, person.note], dial: person.dial)
  }
}

/// A name, what is known of it, and where the phone can ring the way to do so.
struct Entries: View {
  let session: Session
  let name: String
  let lines: [String]
  let dial: String?
  @Environment(\.texts) private var texts
  @Environment(\.palette) private var palette

  var body: some View {
    VStack(alignment: .leading, spacing: 4) {
      Text(verbatim: name).lettering(.label).foregroundStyle(Color(palette.ink))
      ForEach(lines.filter { !$0.isEmpty }, id: \.self) { Say($0) }
      if let dial, session.canRing {
        WordButton(texts.with(.numbersRing, name)) { session.ring(dial) }
      }
    }
    .padding(.vertical, 4)
  }
}

/// One of her people: the fields, the place among the others, and the way out.
struct PersonScreen: View {
  let session: Session
  let edit: PersonEdit
  @Bindable var fields: PersonFields
  @Environment(\.texts) private var texts

  var body: some View {
    Page(title, back: { session.back() }) {
      Field(label: texts[.personName], text: $fields.name)
      Field(label: texts[.personNumber], text: $fields.number)
      Field(label: texts[.personNote], text: $fields.note, lines: 2)
      WordButton(texts[.doDone], .main) { session.keepPerson() }
        .disabled(fields.isNameless)
      if edit.person != nil {
        if edit.canGoUp { WordButton(texts[.personUp]) { session.movePerson(by: -1) } }
        if edit.canGoDown { WordButton(texts[.personDown]) { session.movePerson(by: 1) } }
        WordButton(texts[.personRemove], .final) { session.removePerson() }
      }
    }
  }

  private var title: String {
    guard let person = edit.person else { return texts[.personAdd] }
    return texts.with(.personChange, person.name)
  }
}
