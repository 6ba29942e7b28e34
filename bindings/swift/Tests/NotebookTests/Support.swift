import Foundation
import Notebook
import TestPhone

/// A test that begins with one open notebook. A class, so that the phone lives exactly as long as the test.
class WithOpenNotebook {
  let phone: Phone
  var book: Notebooks { phone.notebooks }
  var device: TestDevice { phone.device }

  init() throws {
    phone = try Phone.withOpenNotebook()
  }
}

let minute: UInt64 = 60_000
let noSuchId = String(repeating: "0", count: 32)

/// A sentence without the marks that keep text of another direction from turning it round.
func unmarked(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{2068}" && $0 != "\u{2069}" }))
}

/// Every file in a folder, those in its folders too.
func files(in folder: String) throws -> [String] {
  try FileManager.default.subpathsOfDirectory(atPath: folder)
    .map { "\(folder)/\($0)" }
    .filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }
}

func contents(of path: String) throws -> Data {
  try Data(contentsOf: URL(fileURLWithPath: path))
}
