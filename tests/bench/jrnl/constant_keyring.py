"""A keyring that always gives the bench's own password, so that jrnl asks nothing."""

import keyring.backend


class Keyring(keyring.backend.KeyringBackend):
    priority = 1

    def get_password(self, service, username):
        return "bench only 4 5 6"

    def set_password(self, service, username, password):
        pass

    def delete_password(self, service, username):
        pass
