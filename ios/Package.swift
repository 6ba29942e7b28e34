// swift-tools-version: 6.0
import PackageDescription

let notebook = Target.Dependency.product(name: "Notebook", package: "swift")

// On Linux typecheck/ stands in for what only Apple has, so that the screens are compiled there. It is never run.
#if os(Linux)
  let standIns: [Target] = [
    .target(name: "Accessibility", path: "typecheck/Accessibility"),
    .target(name: "UniformTypeIdentifiers", path: "typecheck/UniformTypeIdentifiers"),
    .target(name: "Security", path: "typecheck/Security"),
    .target(name: "LocalAuthentication", dependencies: ["Security"], path: "typecheck/LocalAuthentication"),
    .target(name: "UserNotifications", path: "typecheck/UserNotifications"),
    .target(name: "CryptoKit", path: "typecheck/CryptoKit"),
    .target(name: "PhotosUI", dependencies: ["UIKit"], path: "typecheck/PhotosUI"),
    .target(name: "AVFAudio", path: "typecheck/AVFAudio"),
    .target(name: "UIKit", dependencies: ["UniformTypeIdentifiers"], path: "typecheck/UIKit"),
    .target(name: "SwiftUI", dependencies: ["UniformTypeIdentifiers", "UIKit"], path: "typecheck/SwiftUI"),
  ]
  // In Xcode App/ is the app target's own folder; here it is compiled, never run.
  let app: [Target] = [
    .executableTarget(
      name: "NotebookMain",
      dependencies: [
        "NotebookUI", "SwiftUI", "Security", "LocalAuthentication", "CryptoKit", "UIKit", "AVFAudio", "PhotosUI",
        "UserNotifications", notebook,
      ],
      path: "App", exclude: ["PrivacyInfo.xcprivacy"])
  ]
  let apple: [Target.Dependency] = ["SwiftUI", "Accessibility", "UniformTypeIdentifiers"]
#else
  let standIns: [Target] = []
  let app: [Target] = []
  let apple: [Target.Dependency] = []
#endif

let package = Package(
  name: "NotebookScreens",
  defaultLocalization: "en",
  platforms: [.iOS(.v17)],
  products: [.library(name: "NotebookUI", targets: ["NotebookUI", "NotebookApp"])],
  dependencies: [.package(path: "../bindings/swift")],
  targets: standIns + app + [
    .target(name: "NotebookApp", dependencies: [notebook]),
    .target(name: "NotebookUI", dependencies: ["NotebookApp"] + apple),
    .testTarget(
      name: "NotebookAppTests",
      dependencies: ["NotebookApp", notebook, .product(name: "TestPhone", package: "swift")]
    ),
  ],
  swiftLanguageModes: [.v6]
)
