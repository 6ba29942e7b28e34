# What the screens of a full notebook say in their own way.
write-what = Write what you like. It stays on this phone unless you send it.
list-empty = This is the place for your own words.
