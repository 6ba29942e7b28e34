import Foundation
import Notebook
import TestPhone
import Testing

@testable import NotebookApp

/// Topics keep notes together.
@MainActor
@Suite(.timeLimit(.minutes(5))) struct TopicTests {
  let she: Robot
  var session: Session { she.session }

  init() throws { she = try Robot() }

  @Test func topicsAreAddedAndTakenOff() async throws {
    try await she.firstRun(herPin)
    await she.write(herTitle, herText)
    try await she.openFromNotes(herTitle)
    await session.topics().value
    await session.topic(" Home ", on: true).value
    await session.topic("Thursdays", on: true).value
    await session.topic("Home", on: false).value
    await session.back().value
    #expect(she.screen.page?.topics == ["Thursdays"])
    #expect(she.screen.page?.allTopics.contains("Home") == false || she.screen.page?.allTopics.count == 2)
  }

  @Test func theNotesOfATopicAreInAListOfTheirOwn() async throws {
    try await she.firstRun(herPin)
    for at in 0..<55 { try she.phone.notebooks.write("The bus was late.", title: "Note \(at)", topics: ["Thursdays"]) }
    try she.phone.notebooks.write(herText, title: herTitle)
    await session.go(.topics).value
    #expect(topics == ["Thursdays 55"])
    await session.openTopic("Thursdays").value
    #expect(she.titles.count == 50 && she.screen.lines?.more == true)
    await session.loadMore().value
    #expect(Set(she.titles).count == 55 && !she.titles.contains(herTitle))
    try await she.open("Note 0")
    await session.back().value
    #expect(she.screen.lines?.topic == "Thursdays")
    await session.back().value
    #expect(topics == ["Thursdays 55"])
    await session.back().value
    #expect(she.screen.lines?.topic == nil)
  }

  @Test func aTopicGetsAnotherNameAndTwoOfOneNameBecomeOne() async throws {
    try await she.firstRun(herPin)
    try she.phone.notebooks.write(herText, title: herTitle, topics: ["River"])
    try she.phone.notebooks.write(herText, title: "Another", topics: ["Walks"])
    await session.go(.topics).value
    await session.openTopic("River").value
    await session.nameTopic().value
    guard case .topicName("River", let entry) = she.screen else { throw Robot.NotAsked() }
    #expect(entry.text == "River")
    entry.text = " Walks "
    await session.renameTopic().value
    #expect(she.sees(.topicRenamed) && Set(she.titles) == [herTitle, "Another"])
    await session.back().value
    #expect(topics == ["Walks 2"])
  }

  @Test func aTopicThatIsGoneWithItsLastNoteLeadsToTheOthers() async throws {
    try await she.firstRun(herPin)
    try she.phone.notebooks.write(herText, title: herTitle, topics: ["River"])
    await session.go(.topics).value
    await session.openTopic("River").value
    try await she.open(herTitle)
    await session.topics().value
    await session.topic("River", on: false).value
    await session.back().value
    await session.back().value
    #expect(topics.isEmpty && she.notice?.trouble != true)
    await session.back().value
    #expect(she.titles == [herTitle])
  }

  private var topics: [String] {
    if case .topicList(let topics) = she.screen { topics.map { "\($0.name) \($0.notes)" } } else { ["no topics"] }
  }
}
