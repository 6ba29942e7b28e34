# The bar at the foot of each screen, and what is said on many of them.
bar-notes = Notes
bar-write = Write
bar-more = More
bar-close = Close
do-back = Back
do-next = Next
do-undo = Undo
do-not-now = Not now
do-stop = Stop
do-done = Done
do-leave = Leave it
do-more = More choices
do-fewer = Fewer choices
now-working = This takes a moment.
