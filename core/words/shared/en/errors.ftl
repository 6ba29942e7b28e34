# What is said when something can't be done. Never any words of hers, never blame.
error-wrong-pin = That PIN is not right.
error-wrong-words = Those words are not right.
error-wait = You can try again in { $seconds ->
        [one] { $seconds } second.
       *[other] { $seconds } seconds.
    }
error-weak-pin = Please choose another PIN. It needs 6 digits or more, and should be hard to guess.
error-no-note = There is no such note.
error-no-topic = There is no such topic.
error-no-attachment = There is no such picture or file.
error-no-draft = There is no draft.
error-no-version = There is no such older text.
error-no-undo = There is nothing to undo.
error-no-setting = There is no such setting.
error-no-file = There is no such file.
error-not-found = I could not find that.
error-ambiguous = More than one begins like this. Give some more of it.
error-no-notebook = There is no notebook here yet. To make one: { $command }
error-already-there = There is something in that place. It was left as it was.
error-in-use = The notebook is open in another window. Close it there first.
error-locked = Locked. Put in your PIN to go on.
error-damaged = A part of the notebook is damaged. Nothing was changed. To save what can be read: { $command }
error-copy-damaged = That copy is damaged. Nothing was changed.
error-out-of-step = A part of the notebook is older than the rest. Nothing was changed.
error-newer = This was made by a newer version of the program. Nothing was changed.
error-no-space = There is no room left on the disk. All that was saved before is safe.
error-read-only = I can't write in that place.
error-device-key = This computer's own key is not there. The notebook can't be opened without it. Nothing was changed.
error-memory = There is not enough free memory to open it. Close some other programs, then try again.
error-not-a-date = I could not read that as a date. Try it like this: { $example }
error-not-a-zone = I do not know that time zone. Try it like this: { $example }
error-not-an-id = I could not read that. Give the first signs of a note, as the list shows them.
error-not-an-import = I could not read that file as notes.
error-not-a-copy = That is not a copy.
error-not-a-picture = I could not read that picture, so I can't take the place and time out of it. To save it as it is: { $option }
error-not-a-setting = That does not fit this setting.
error-not-text = I could not read that as text.
error-not-understood = I could not make use of that.
error-too-large = That is too large.
error-file = I could not read or write that file.
error-internal = Something went wrong inside the program (number { $code }). All that was saved before is safe.
error-needs-answer = This asks a question first, and there is no one here to answer it. To go ahead: { $option }
error-needs-pin = I need your PIN. Start me in a terminal, or set { $variable }.
error-no-editor-place = I can't find a place in memory for the text, and it must not touch the disk. Give it to me like this: { $command }
error-editor = The editor did not end well. Nothing was changed.
error-usage = I did not get that. To see how it works: { $command }
error-usage-near = Did you mean { $guess }?
