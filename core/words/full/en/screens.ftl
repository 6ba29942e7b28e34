# What the screens of a full notebook say in their own way.
write-what = Write what you like. No one else reads it.
list-empty = This is the place for your own words.
