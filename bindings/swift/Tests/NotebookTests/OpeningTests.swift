import Foundation
import Notebook
import TestPhone
import Testing

@Suite final class OpeningTests: WithOpenNotebook {
  @Test func aWrongPinOpensNothing() throws {
    try book.lock()
    #expect(throws: NotebookError.WrongSecret) { try book.unlock(pin: wrongPin) }
    #expect(try book.standing() == .locked)
    try book.unlock(pin: firstPin)
    #expect(try book.standing() == .open)
  }

  @Test func aPinOnAnotherKeyboardIsTheSame() throws {
    try book.lock()
    try book.unlock(pin: Data(" ２７１８２８\n".utf8))
  }

  @Test func whatIsOpenIsNotOpenedOnceMore() throws {
    #expect(throws: NotebookError.InUse) { try book.unlock(pin: firstPin) }
    #expect(try book.standing() == .open)
  }

  @Test func lockingShowsNothingAndKeepsAll() throws {
    let id = try book.write("kept over the night")
    try book.lock()
    #expect(throws: NotebookError.Locked) { try book.page() }
    #expect(throws: NotebookError.Locked) { try book.read(id) }
    #expect(throws: NotebookError.Locked) { try book.write("lost?") }
    #expect(throws: NotebookError.Locked) { try book.pack() }
    try book.unlock(pin: firstPin)
    #expect(try book.read(id).text == "kept over the night")
  }

  @Test func noFileHoldsHerWords() throws {
    try book.write("a pomegranate on the sill", title: "pomegranate", topics: ["pomegranate"])
    for path in try files(in: phone.folder) {
      #expect(try contents(of: path).range(of: Data("pomegranate".utf8)) == nil, "\(path)")
    }
  }

  /// Both notebooks' files have one size, and all files one time, so that none tells what was done when.
  @Test func atRestTheFilesTellNothing() throws {
    try book.write(String(repeating: "words ", count: 2_000))
    try book.idle()
    let listed = try files(in: phone.folder).map { path in
      (path, try FileManager.default.attributesOfItem(atPath: path))
    }
    #expect(Set(listed.map { $0.1[.modificationDate] as? Date }).count == 1)
    let databases = listed.filter { $0.0.hasSuffix(".db") }
    #expect(databases.count == 2)
    #expect(Set(databases.map { $0.1[.size] as? Int }).count == 1)
  }

  @Test func whatWasMendedWhileOpeningIsTold() throws {
    #expect(try book.notices() == [])
    try book.write("told")
    try book.write("torn")
    let killed = phone.path("killed")
    try FileManager.default.copyItem(atPath: phone.folder, toPath: killed)
    let logs = try files(in: killed).filter { try $0.hasSuffix("-wal") && !contents(of: $0).isEmpty }
    let log = try #require(logs.first)
    var bytes = try contents(of: log)
    bytes[bytes.count - 100] ^= 1
    try bytes.write(to: URL(fileURLWithPath: log))
    let again = Notebooks(folder: killed, device: device)
    try again.unlock(pin: firstPin)
    #expect(try again.notices() == [.logTorn])
  }
}
