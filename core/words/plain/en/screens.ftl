# What the screens of a plain notebook say in their own way.
write-what = Write what you like about your plants.
list-empty = This is the place for your plants and what they need.
