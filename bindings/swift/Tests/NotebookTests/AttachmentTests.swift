import Foundation
import Notebook
import TestPhone
import Testing

@Suite final class AttachmentTests: WithOpenNotebook {
  @Test func aFileComesBackAsItCame() throws {
    let note = try book.write("with a letter")
    let letter = Data("Dear all,\n".utf8)
    let id = try book.attach(id: note, name: "../../letter.txt", bytes: letter)
    let listed = AttachmentLine(id: id, name: "letter.txt", mediaType: "text/plain", size: 10)
    #expect(try book.read(note).attachments == [listed])
    #expect(try book.page().lines.map(\.attachments) == [1])
    let shown = try book.attachment(id: id, work: Work())
    #expect(shown == ShownAttachment(mediaType: "text/plain", bytes: letter, cleaned: false))
  }

  /// Where she was is in what the camera wrote: no picture is shown with it.
  @Test func aPictureIsShownWithoutWhatTheCameraWrote() throws {
    let note = try book.write("with a picture")
    let id = try book.attach(id: note, name: "photo.jpg", bytes: cameraPicture)
    #expect(try book.read(note).attachments.first?.mediaType == "image/jpeg")
    let whole = try book.attachment(id: id, work: Work())
    #expect(whole.cleaned)
    let shown = whole.bytes
    #expect(cameraPicture.range(of: Data("Bristol".utf8)) != nil)
    #expect(shown.range(of: Data("Bristol".utf8)) == nil)
    #expect(shown.prefix(2) == Data([0xff, 0xd8]) && shown.suffix(3) == Data([3, 0xff, 0xd9]))
  }

  @Test func takenOutItIsGone() throws {
    let note = try book.write("with a letter")
    let id = try book.attach(id: note, name: "letter.txt", bytes: Data("Dear all,\n".utf8))
    try book.removeAttachment(id: id)
    #expect(try book.read(note).attachments.isEmpty)
    let gone = NotebookError.NotFound(what: .attachment)
    #expect(throws: gone) { try book.attachment(id: id, work: Work()) }
    #expect(throws: gone) { try book.removeAttachment(id: id) }
    #expect(throws: NotebookError.NotFound(what: .note)) {
      try book.attach(id: noSuchId, name: "letter.txt", bytes: Data())
    }
  }

  @Test func aLargeOneTellsHowFarItIsAndStops() throws {
    let note = try book.write("with a recording")
    let sound = Data("OggS".utf8) + Data(repeating: 7, count: 700_000)
    let id = try book.attach(id: note, name: "voice.ogg", bytes: sound)
    let work = Work()
    #expect(work.howFar() == HowFar(done: 0, total: 0))
    #expect(try book.attachment(id: id, work: work).bytes == sound)
    #expect(work.howFar() == HowFar(done: UInt64(sound.count), total: UInt64(sound.count)))
    let stopped = Work()
    stopped.stop()
    #expect(throws: NotebookError.Stopped) { try book.attachment(id: id, work: stopped) }
  }
}

/// The smallest JPEG with a place in what the camera wrote.
let cameraPicture: Data = {
  let exif = segment(0xe1, Data("Exif\0\0 51.4545N-Bristol".utf8))
  let frame = segment(0xc0, Data([8, 0, 8, 0, 8, 1, 1, 0x11, 0]))
  let scan = segment(0xda, Data([1, 1, 0, 0, 63, 0]))
  return Data([0xff, 0xd8]) + exif + frame + scan + Data([1, 2, 3, 0xff, 0xd9])
}()

private func segment(_ marker: UInt8, _ body: Data) -> Data {
  Data([0xff, marker, 0, UInt8(body.count + 2)]) + body
}
