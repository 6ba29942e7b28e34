# The card and showing, on the screens.

# The card
bar-card = Card
card-what = Say it once, in your own words. Then you can show it.
card-write = Write my card
card-show = Show someone
card-mine = My card
card-people = Whom I see
card-choices = What each may see
card-shown = What I showed
card-waits = A page waits to be shown.
card-waits-look = Look at it
card-waits-off = It does not wait any more.
card-change = Change: { $name }
card-not-yet = Nothing here yet
card-back-again = Your card is as it was.
card-own-add = Add a part of my own
card-own-title = What stands over it
card-own-text = What it says
card-own-off = Take this part out
card-own-is-off = That part is taken out.
card-past = Older cards
card-past-what = When you change your card, the one before can be kept.
card-past-keep = Keep my older cards
card-past-clear = Delete the older cards
card-past-clear-what = This deletes all older cards for good. They can't come back.
card-pick = Tap what fits
card-pick-own = In your own words
card-pick-add = Add this
card-pick-off = Take off: { $name }
card-pick-up = Move up: { $name }
card-not-said = I don't say
card-about-what = This is on no page until you put it there.
card-reach-what = How can they reach you, and you stay safe?

# Whom she sees
seen-none = A doctor, a nurse, a place, a worker: put down whom you see.
seen-add = Add someone I see
seen-kind = What they are
seen-of = They are part of
seen-of-none = Nothing else
seen-again = Would you see them again? Only you see this.
seen-remove-what = This takes { $name } out for good. What you chose for them goes too. It can't come back.

# What each may see
choice-add = Add a choice
choice-who = Who
choice-about = What
choice-how = What they may see
choice-end = The last day it counts
choice-end-none = It has no end
choice-end-set = It ends
choice-of = { $what }: { $shows }
choice-of-until = { $what }: { $shows }, until { $day }
choice-take-out = Take this choice out

# What goes, before it goes
show-do-screen = Show it on this screen
show-do-aloud = Read it to them
show-do-text = Copy the words
show-do-page = Make a page
show-change = Change who, what or how
show-wait = Let it wait
show-wait-instead = Another page waits. If this one waits in its place, that one is gone.
show-is-waiting = It waits under Card. Look at it again when you like.
show-keep-words = Keep these words with my line about it
show-who = Who it is for
show-who-none = I don't say
show-way = How to show it
show-form = Which card
show-parts = What is on it
show-held-back = You chose to keep these off:
show-look-too = Look at these too:
show-add-plan = Add a plan for a date
show-add-note = Add a note
show-no-plans = No date has a plan yet.
show-note-part = Tap the parts to show
show-note-put = Put it on the page
show-first = The first line on a page
show-first-usual = The usual line
show-first-own = Your own line
show-first-none = No such line

# On this screen
on-screen-quiet = Put the phone on Do Not Disturb first, so that no message shows.
on-screen-locks = Your notebook locks first. You need your PIN to come back to it.
on-screen-closes = { $count ->
        [one] It closes after one minute.
       *[other] It closes after { $count } minutes.
    }
on-screen-when = When it closes
on-screen-turn = Turn it round
on-screen-soon = This closes in a minute.
on-screen-longer = Keep it open

# Read to them
aloud-next = Next line
aloud-before = The line before
aloud-all = That was all.
aloud-place = Line { $count }

# As words, or as a page
text-copied = The words are copied. Paste them before you tap Close. In a minute they are gone from there.
text-by-hand = You can write them out by hand from here, too.
page-what = The page is one file. It can be read with any phone or computer.
page-print = Print it, or make a PDF
page-save = Save the page as a file
page-saved = The page is where you put it. Any one who gets it can read it.
page-given = It is with the printer now. Any one who gets the page can read it.

# What she showed
receipt-words-kept = The words, as they went
receipt-asked = I asked them not to use it
receipt-ask-what = Words to ask them with
receipt-ask-copy = Copy these words
receipt-off = Delete this line
