// swift-tools-version: 6.0
import PackageDescription

// Sources/Notebook and Sources/NotebookFFI are generated and not kept: check.sh puts them in place.
// On Apple the core comes as NotebookFFI.xcframework, header and module map inside. On Linux as cargo built it.
#if os(Linux)
  let core = Context.environment["FERNBOOK_CORE"] ?? "\(Context.packageDirectory)/../../target/debug"
  let link: [LinkerSetting] = [
    // The shared library: SwiftPM does not link again when a static one changes, and tests stay green
    // on old code.
    .unsafeFlags(["-L\(core)", "-Xlinker", "-rpath=\(core)"]),
    .linkedLibrary("notebook"),
  ]
  let ffi: Target = .systemLibrary(name: "NotebookFFI")
#else
  let link: [LinkerSetting] = []
  let ffi: Target = .binaryTarget(name: "NotebookFFI", path: "NotebookFFI.xcframework")
#endif

let package = Package(
  name: "Notebook",
  platforms: [.iOS(.v17), .macOS(.v14)],
  products: [
    .library(name: "Notebook", targets: ["Notebook"]),
    .executable(name: "speed", targets: ["SpeedReport"]),
    // For the tests of ../../ios.
    .library(name: "TestPhone", targets: ["TestPhone"]),
  ],
  targets: [
    ffi,
    .target(name: "Notebook", dependencies: ["NotebookFFI"], linkerSettings: link),
    // What a phone gives, for tests and for the report.
    .target(name: "TestPhone", dependencies: ["Notebook"], path: "Tests/TestPhone"),
    .executableTarget(name: "SpeedReport", dependencies: ["Notebook", "TestPhone"]),
    .testTarget(name: "NotebookTests", dependencies: ["Notebook", "TestPhone"]),
  ],
  swiftLanguageModes: [.v6]
)
