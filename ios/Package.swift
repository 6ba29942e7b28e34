// swift-tools-version: 6.0
import PackageDescription

let notebook = Target.Dependency.product(name: "Notebook", package: "swift")

let package = Package(
  name: "NotebookScreens",
  defaultLocalization: "en",
  platforms: [.iOS(.v17)],
  products: [.library(name: "NotebookApp", targets: ["NotebookApp"])],
  dependencies: [.package(path: "../bindings/swift")],
  targets: [
    .target(name: "NotebookApp", dependencies: [notebook]),
    .testTarget(
      name: "NotebookAppTests",
      dependencies: ["NotebookApp", notebook, .product(name: "TestPhone", package: "swift")]
    ),
  ],
  swiftLanguageModes: [.v6]
)
