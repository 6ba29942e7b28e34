import NotebookApp
import SwiftUI

/// More itself: a few groups, at most three things in each.
struct MoreScreen: View {
  let session: Session
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.barMore]) {
      group(.moreCopies, [(.moreSaveCopy, .save), (.moreBringBack, .bring)])
      WordButton(texts[.moreCheck]) { session.check() }
      WordButton(texts[.remindersTitle]) { session.go(.reminders) }
      group(.moreWayIn, [(.moreChangePin, .pin), (.moreRecovery, .recovery)])
      if session.offersBiometrics { WordButton(texts[.moreBiometric]) { session.go(.biometric) } }
      group(.moreClosing, [(.closesTitle, .closes), (.wrongPinsTitle, .wrongPins)])
      group(.moreHow, [(session.lookName, .look), (.moreEarlier, .keep), (.moreLimits, .limits)])
      Heading(texts[.moreEnd])
      WordButton(texts[.moreDeleteAll], .final) { session.deleteAll() }
    }
  }

  @ViewBuilder private func group(_ heading: Name, _ leads: [(name: Name, place: Place)]) -> some View {
    Heading(texts[heading])
    ForEach(leads, id: \.name) { lead in
      WordButton(texts[lead.name]) { session.go(lead.place) }
    }
  }
}

/// Recovery words: made, made anew, or made to open nothing.
struct RecoveryScreen: View {
  let session: Session
  let made: Bool
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.moreRecovery], back: { session.back() }) {
      Say(texts[.recoveryPageWhat])
      Say(texts[.recoveryPageRisk])
      Say(texts[made ? .recoveryPageHas : .recoveryPageNone])
      if made { Say(texts[.recoveryPageInstead], quiet: true) }
      WordButton(texts[made ? .recoveryPageNew : .recoveryPageMake]) { session.makeRecovery() }
      if made { WordButton(texts[.recoveryPageForget], .final) { session.forgetRecovery() } }
    }
  }
}

/// A finger or a face in place of the PIN: off until she turns it on, and what that means.
struct BiometricScreen: View {
  let session: Session
  let page: BiometricPage
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.moreBiometric], back: { session.back() }) {
      Say(texts[.biometricWhat])
      Say(texts[.biometricAll])
      Say(texts[.biometricForce])
      Say(texts[.biometricLost])
      if page.on || page.knowsSomeone {
        Switched(text: texts[.biometricOn], on: page.on) { session.openByBiometric($0) }
      } else {
        Say(texts[.biometricNobody], quiet: true)
      }
      if !page.recovery { WordButton(texts[.moreRecovery]) { session.go(.recovery) } }
    }
  }
}

/// Whether earlier texts are kept.
struct KeepScreen: View {
  let session: Session
  let on: Bool
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.moreEarlier], back: { session.back() }) {
      Say(texts[.keepWhat])
      Switched(text: texts[.keepOn], on: on) { session.keepTexts($0) }
      WordButton(texts[.keepClear], .final) { session.clearAllEarlier() }
    }
  }
}

/// When it closes by itself.
struct ClosesScreen: View {
  let session: Session
  @Environment(\.texts) private var texts

  var body: some View {
    let look = session.look
    Page(texts[.closesTitle], back: { session.back() }) {
      Say(texts[.closesWhat])
      ForEach(Closes.allCases, id: \.self) { closes in
        Choice(text: texts[closes.name], chosen: closes == look.closes) { session.choose(look.with(\.closes, closes)) }
      }
    }
  }
}

/// Whether wrong PINs ever delete anything.
struct WrongPinsScreen: View {
  let session: Session
  let after: UInt8?
  @Environment(\.texts) private var texts

  var body: some View {
    Page(texts[.wrongPinsTitle], back: { session.back() }) {
      Say(texts[.wrongPinsWhat])
      ForEach(choices, id: \.self) { count in
        Choice(text: said(count), chosen: count == after) { session.deleteAfter(count) }
      }
    }
  }

  /// What the command line may have chosen is there too.
  private var choices: [UInt8?] {
    let usual: [UInt8?] = [nil, 10, 20]
    return usual.contains(after) ? usual : usual + [after]
  }

  private func said(_ count: UInt8?) -> String {
    guard let count else { return texts[.settingWipeOff] }
    return texts.count(.settingWipeAfter, UInt64(count))
  }
}

/// Size of the words, colours, and the language if there is more than one.
struct LookScreen: View {
  let session: Session
  @Environment(\.texts) private var texts

  var body: some View {
    let look = session.look
    Page(texts[session.lookName], back: { session.back() }) {
      Heading(texts[.lookSize])
      ForEach(WordSize.allCases, id: \.self) { size in
        Choice(text: texts[size.name], chosen: size == look.size) { session.choose(look.with(\.size, size)) }
      }
      Heading(texts[.lookColours])
      ForEach(Colours.allCases, id: \.self) { colours in
        Choice(text: texts[colours.name], chosen: colours == look.colours) {
          session.choose(look.with(\.colours, colours))
        }
      }
      if session.languages.count > 1 { languages(look) }
    }
  }

  /// Each by its own name, so that whoever speaks it finds it.
  @ViewBuilder private func languages(_ look: Look) -> some View {
    Heading(texts[.lookLanguage])
    Choice(text: texts[.lookPhone], chosen: !session.languages.contains { $0.tag == look.language }) {
      session.choose(look.with(\.language, nil))
    }
    ForEach(session.languages, id: \.tag) { language in
      Choice(text: language.name, chosen: language.tag == look.language) {
        session.choose(look.with(\.language, language.tag))
      }
    }
  }
}

extension Session {
  /// Where there is one language there is none to choose.
  var lookName: Name { languages.count > 1 ? .moreLookLanguage : .moreLook }
}

/// What this can't do, said plainly.
struct LimitsScreen: View {
  let session: Session
  @Environment(\.texts) private var texts
  private static let limits: [Name] = [
    .limitsAlone, .limitsForce, .limitsSpy, .limitsTools, .limitsLost, .limitsCopy, .limitsStore,
  ]

  var body: some View {
    Page(texts[.moreLimits], back: { session.back() }) {
      ForEach(Self.limits, id: \.self) { Say(texts[$0]) }
    }
  }
}
