package app.notebook.android

import kotlin.test.assertEquals
import org.robolectric.Shadows.shadowOf

/** Her answer to the system's own question for this permission, which is the only one it asks for. */
fun Robot.answerPhone(permission: String, answer: Int) {
    until { shadowOf(activity).lastRequestedPermission != null }
    val asked = shadowOf(activity).lastRequestedPermission
    assertEquals(listOf(permission), asked.requestedPermissions.toList())
    activity.onRequestPermissionsResult(asked.requestCode, asked.requestedPermissions, intArrayOf(answer))
    pump()
}
