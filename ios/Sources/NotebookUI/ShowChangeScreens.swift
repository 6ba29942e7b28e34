import Notebook
import NotebookApp
import SwiftUI

/// Who it is for, how it is shown, and what is on it. Each change gets it ready anew.
struct ShowChangeScreen: View {
  let session: Session
  let showing: Showing
  let people: [SeenLine]
  @Bindable var first: FirstFields
  @Environment(\.texts) private var texts

  var body: some View {
    let request = showing.request
    Page(texts[.showChange], back: { session.back() }) {
      who
      Heading(texts[.showWay])
      ForEach(Way.ofAPhone, id: \.self) { way in
        Choice(text: texts[way.word], chosen: request.way == way) { session.change { $0.way = way } }
      }
      Heading(texts[.showForm])
      ForEach(Form.all, id: \.self) { form in
        Choice(text: texts[form.word], chosen: request.form == form) { session.change { $0.form = form } }
      }
      parts
      if request.way == .page { firstLine }
      if request.way == .screen { closes }
      WordButton(texts[.doDone], .main) { session.changeShowingDone() }
    }
  }

  @ViewBuilder private var who: some View {
    let person = showing.request.person
    Heading(texts[.showWho])
    Choice(text: texts[.showWhoNone], chosen: person == nil) { session.change { $0.person = nil } }
    ForEach(people, id: \.id) { one in
      Choice(text: one.text.name, chosen: person == one.id) { session.change { $0.person = one.id } }
    }
  }

  @ViewBuilder private var parts: some View {
    Heading(texts[.showParts])
    ForEach(showing.page.parts, id: \.part) { part in
      Switched(text: part.name, on: part.isOn) { on in session.change { $0.put(part.part, on: on) } }
        .disabled(!part.canChange)
      Say(part.reason, quiet: true)
    }
    WordButton(texts[.showAddPlan]) { session.plansToShow() }
    WordButton(texts[.showAddNote]) { session.notesToShow() }
  }

  @ViewBuilder private var firstLine: some View {
    Heading(texts[.showFirst])
    ForEach(FirstFields.Choice.allCases, id: \.self) { choice in
      Choice(text: texts[choice.name], chosen: first.choice == choice) {
        first.choice = choice
        session.change { _ in }
      }
    }
    if first.choice == .own { Field(label: texts[.showFirstOwn], text: $first.own, lines: 2) }
  }

  @ViewBuilder private var closes: some View {
    Heading(texts[.onScreenWhen])
    ForEach(OnScreenCloses.allCases, id: \.self) { closes in
      Choice(text: texts.count(.onScreenCloses, UInt64(closes.minutes)), chosen: session.look.onScreen == closes) {
        session.choose(session.look.with(\.onScreen, closes))
      }
    }
  }
}

/// Dates with a plan, of which one may go on the page.
struct ShowPlansScreen: View {
  let session: Session
  let plans: [PlanOption]
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.showAddPlan], isList: true, back: { session.back() }) {
      if plans.isEmpty { Say(texts[.showNoPlans]) }
      ForEach(plans, id: \.id) { plan in
        ListLine(title: plan.title, below: nil) { session.put(plan) }
      }
    }
  }
}

/// Her notes, of which one may go on the page.
struct ShowNotesScreen: View {
  let session: Session
  let list: Lines
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.showAddNote], isList: true, back: { session.back() }) {
      if list.lines.isEmpty { Say(texts[.listEmpty]) }
      ForEach(list.lines, id: \.id) { line in
        ListLine(title: line.title ?? line.date, below: line.title == nil ? nil : line.date) {
          session.partsOfNote(line.id)
        }
      }
      LoadMore(session: session, list: list)
    }
  }
}

/// The paragraphs of a note, of which some may go on the page.
struct ShowNoteScreen: View {
  let session: Session
  let part: NotePart
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.showNotePart], back: { session.back() }) {
      ForEach(Array(part.paragraphs.enumerated()), id: \.offset) { at, text in
        Switched(text: text, on: part.on.contains(at)) { session.paragraph(at, $0) }
      }
      WordButton(texts[.showNotePut], .main) { session.putNote() }
        .disabled(part.on.isEmpty)
    }
  }
}
