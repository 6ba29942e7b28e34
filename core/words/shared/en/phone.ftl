# What a phone says in its own way when something can't be done; the rest is in errors.ftl.
phone-no-notebook = There is no notebook here yet.
phone-in-use = The notebook is open somewhere else. Close it there first.
phone-damaged = A part of the notebook is damaged. Nothing was changed. If you kept a copy, your notes can come back from it.
phone-no-space = There is no room left on the phone. All that was saved before is safe.
phone-key = This phone's own key is not there. The notebook can't be opened without it. Nothing was changed.
phone-memory = There is not enough free memory to open it. Close some other apps, then try again.
phone-no-answer = The phone did not answer. Nothing was changed. Please try again.
