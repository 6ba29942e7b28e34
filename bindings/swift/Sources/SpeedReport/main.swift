import Foundation
import Notebook
import TestPhone

// How long a page of 50 notes takes to reach Swift, out of as many as the diary of the benchmark has. One
// line of JSON for tests/bench. Build it with `-c release` and the release core, or it means nothing.

let noteCount = 3_413
let warmUps = 100
let rounds = 400

struct Report: Encodable {
  let measure: String
  let ns: [Int64]
}

/// A notebook like the diary: titles of a few words, texts of some 2,000 letters, a topic or two each.
func filledPhone() throws -> Phone {
  let phone = try Phone.withOpenNotebook()
  let sentence = "Up early and to the office, where we sat all the morning, and then home to dinner. "
  let text = String(repeating: sentence, count: 24)
  for number in 0..<noteCount {
    let topics = ["topic \(number % 12)", "other \(number % 5)"]
    try phone.notebooks.write("\(number) \(text)", title: "Day \(number) of the diary", topics: topics)
    phone.device.pass(ms: 86_400_000)
  }
  try phone.notebooks.idle()
  return phone
}

func nanoseconds(_ work: () throws -> Void) rethrows -> Int64 {
  let took = try ContinuousClock().measure(work).components
  return took.seconds * 1_000_000_000 + took.attoseconds / 1_000_000_000
}

func pageTimes(_ phone: Phone) throws -> [Int64] {
  let page = {
    let page = try phone.notebooks.page()
    precondition(page.lines.count == 50 && page.more)
  }
  for _ in 0..<warmUps { try page() }
  return try (0..<rounds).map { _ in try nanoseconds(page) }
}

let report = Report(measure: "page of 50 to Swift", ns: try pageTimes(filledPhone()))
print(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
