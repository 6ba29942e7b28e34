# What a full notebook says in its own way.
notes-empty = This is the place for your own words. No one else reads them. To write one: { $command }
