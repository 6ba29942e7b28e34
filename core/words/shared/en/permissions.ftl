# What an iPhone says when it asks her for the camera, the microphone or her face; ios/permissions.py puts it in.
permission-camera = You can take a picture for a note. It stays in this notebook.
permission-microphone = You can record your voice for a note. It stays in this notebook.
permission-face = Your face can open the notebook in place of the PIN.
