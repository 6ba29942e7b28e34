# What a plain notebook says in its own way.
notes-empty = This is the place for your plants and what they need. To write a note: { $command }
