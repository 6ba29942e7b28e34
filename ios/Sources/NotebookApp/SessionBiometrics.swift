import Notebook

/// A finger or a face in place of the PIN.
extension Session {
  /// Whether this phone has a part for it.
  public var offersBiometrics: Bool { biometrics.isThere }

  /// The number pad, with the other way in if the phone keeps one.
  var locked: Screen { .unlock(byBiometric: biometrics.isThere && biometrics.isOn) }

  /// Opens the notebook that the phone keeps a secret of, once the phone says that it is she.
  @discardableResult
  public func unlockByBiometric() -> Task<Void, Never> {
    act(wrongSecret: .biometricChanged) { session in
      guard case .unlock(byBiometric: true) = session.shown.screen else { return }
      let asking = Asking(title: session.text(.biometricAsk), no: session.text(.biometricPin))
      switch await session.elsewhere({ await session.biometrics.check(asking) }) {
      case .passed(let secret): try await session.open(by: secret)
      case .left: break
      case .refused:
        try Task.checkCancellation()
        session.shown.notice = session.trouble(session.text(.biometricRefused))
      case .changed:
        session.biometrics.forget()
        try Task.checkCancellation()
        try await session.show(session.locked, session.trouble(session.text(.biometricChanged)))
      }
    }
  }

  private func open(by secret: Secret) async throws {
    defer { secret.wipe() }
    try Task.checkCancellation()
    busy(.unlockOpening)
    do {
      try await core { notebooks in
        try notebooks.lock()
        try notebooks.unlockByBiometric(kept: secret.data)
      }
    } catch NotebookError.WrongSecret {
      biometrics.forget()
      try await show(locked)
      throw NotebookError.WrongSecret
    }
    try await enterOrLock()
  }

  /// Lets a finger or a face open this notebook, or no notebook any more.
  @discardableResult
  public func openByBiometric(_ on: Bool) -> Task<Void, Never> {
    act { session in
      guard case .biometric = session.shown.screen else { return }
      if on { try await session.turnOn() } else { try await session.turnOff() }
    }
  }

  private func turnOn() async throws {
    let asking = Asking(title: text(.biometricKeep), no: text(.doNotNow))
    let kept = try await elsewhere {
      try await biometrics.keep(asking) {
        try Task.checkCancellation()
        busy(.nowWorking)
        return Secret(bytes: try await write { try $0.makeBiometric() })
      }
    }
    try Task.checkCancellation()
    try await show(load(.biometric), kept ? said(.biometricNowOn) : trouble(text(.biometricNotOn)))
  }

  /// What the phone keeps goes first: that needs no room, and is enough by itself.
  private func turnOff() async throws {
    biometrics.forget()
    _ = try? await write { try $0.forgetBiometric() }
    try Task.checkCancellation()
    try await show(load(.biometric), said(.biometricNowOff))
  }

  /// Whether it is on, and whether it can be.
  func biometricPage() async throws -> BiometricPage {
    let recovery = try await core { try $0.hasRecovery() }
    return BiometricPage(on: biometrics.isOn, knowsSomeone: biometrics.knowsSomeone, recovery: recovery)
  }
}
