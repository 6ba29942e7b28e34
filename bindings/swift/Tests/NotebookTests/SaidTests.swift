import Notebook
import Testing

@Suite struct SaidTests {
  let said = Said(pack: .full, language: "en-GB")

  @Test func oneCallBringsTheSentencesOfAScreen() {
    let all = said.all()
    #expect(all["error-wrong-pin"] == "That PIN is not right.")
    #expect(all["error-wrong-pin"] == said.text(name: "error-wrong-pin", gaps: []))
    #expect(all.values.allSatisfy { !$0.isEmpty })
    // One with a gap would come out with a hole in it.
    #expect(all["error-wait"] == nil)
  }

  @Test func gapsAreFilled() {
    let seconds = { Gap(name: "seconds", filling: .number(number: $0)) }
    #expect(unmarked(said.text(name: "error-wait", gaps: [seconds(1)])) == "You can try again in 1 second.")
    #expect(
      unmarked(said.text(name: "error-wait", gaps: [seconds(30)])) == "You can try again in 30 seconds.")
    let file = Gap(name: "file", filling: .text(text: "{ $file }"))
    #expect(unmarked(said.text(name: "copy-made", gaps: [file])) == "The copy is in { $file }")
  }

  /// Text of another direction is fenced in, so that it does not turn the sentence round.
  @Test func gapsAreFencedIn() {
    let file = Gap(name: "file", filling: .text(text: "شجرة"))
    #expect(said.text(name: "copy-made", gaps: [file]) == "The copy is in \u{2068}شجرة\u{2069}")
  }

  @Test func aNameThatDoesNotExistComesBack() {
    #expect(said.text(name: "no-such-name", gaps: []) == "no-such-name")
  }

  @Test func eachPackSpeaksItsOwnWords() {
    let command = Gap(name: "command", filling: .text(text: "+"))
    let plain = Said(pack: .plain, language: "en").text(name: "notes-empty", gaps: [command])
    #expect(plain.contains("plants"))
    #expect(!said.text(name: "notes-empty", gaps: [command]).contains("plants"))
  }

  @Test func theLanguagesThatThereAreBeginWithEnglish() throws {
    let there = languages()
    #expect(there.first?.tag == "en" && there.first?.name == "English" && there.first?.rightToLeft == false)
    // A debug library has one that is made up and runs from right to left.
    let turned = try #require(there.first { $0.rightToLeft })
    let words = Said(pack: .full, language: turned.tag)
    #expect(words.language().tag == turned.tag)
    #expect(words.all() != said.all())
    #expect(said.language().tag == "en")
  }

  @Test(arguments: ["xx", "", "not a language"])
  func aLanguageThatIsNotThereIsEnglish(language: String) {
    #expect(Said(pack: .full, language: language).all() == said.all())
  }

  @Test(arguments: failures)
  func everyFailureIsExplainedInPlainWords(failure: NotebookError) {
    let words = unmarked(said.explain(error: failure))
    #expect(words.hasSuffix("."))
    #expect(!words.contains("NotebookError") && !words.contains("{"))
    #expect(!words.lowercased().contains("fernbook"))
  }

  @Test func whatSheStoppedHerselfNeedsNoWords() {
    #expect(said.explain(error: .Stopped) == "")
  }

  @Test func theLabelSaysNothing() {
    #expect(label() == "Notebook")
  }
}

/// Every failure but the one that she asked for.
private let failures: [NotebookError] = [
  .WrongSecret, .Wait(seconds: 30), .WeakSecret, .NotFound(what: .note), .NoNotebook, .AlreadyThere, .InUse,
  .Locked, .Damaged(part: .vault), .Newer, .NoSpace, .ReadOnly, .DeviceKeyMissing, .Device, .NotEnoughMemory,
  .NotUnderstood(what: .words), .TooLarge(what: .picture), .File, .Internal(code: -6),
]
