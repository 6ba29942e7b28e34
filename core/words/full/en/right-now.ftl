# Right now: what a full notebook has for a hard moment.
right-now-title = Right now
right-now-today = Today is { $date }.
right-now-yours = What I tell myself
right-now-none = You can write some words to yourself here, for a hard day.
right-now-helps = What helps
right-now-feet = Feel your feet on the floor.
right-now-breathe = Breathe out slowly, for longer than you breathe in.
right-now-look = Look round, and name five things that you see.
right-now-water = Drink some water.
right-now-later = You can close this. It will still be here later.
right-now-people = Who to ring
right-now-nobody = You can put people here that you would like to ring.
right-now-numbers = Numbers
right-now-change = Change these words
right-now-how = Put each thing that helps on a line of its own.
right-now-see = Your page for a hard day: { $command }
right-now-saved = Your words are kept.
