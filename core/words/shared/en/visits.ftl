# Dates: visits, groups, days to fetch something. A plain notebook has them too, so nothing here speaks of health.

# When it is
when-to-be-told = The day is not known yet
when-day = Some time on { $date }
when-window = { $date }, between { $from } and { $to }

# What stands in the place of a title
visit-untitled = A date
visit-phone = A call
visit-video = A call with a picture
visit-home = Someone comes to me
visit-in-person = I go there

# How it stands
visit-changed = It was put to another time.
visit-called-off = It is called off.

# That it comes again
repeat-day = Every day
repeat-week = Every week
repeat-two-weeks = Every two weeks
repeat-four-weeks = Every four weeks
repeat-month = Every month
repeat-year = Every year
repeat-other = It comes again, by a rule that was set down elsewhere

# What is said on the command line
visits-none = This is the place for your dates. To put one down: { $command }
visits-none-then = There is no date in that time.
visits-open = The day of these is not known yet
visit-kept = That is kept.
visit-undone = The last change of a date is taken back.
visit-removed = That date is taken out. To have it back: { $command }
visit-gone = That date is gone for good. No one can have it back.
visit-gone-ask = Take this date out for good? No one can have it back then.
visit-remove-ask = Take this date out?
visit-is-called-off = It is put down as called off. No one was told.
visit-skipped = That one day is left out. The others stay.
visit-moved = That one day is moved. The others stay.

# From a message
paste-none = I could not find a date in that. You can put it in yourself: { $command }
paste-found = This is what I read. Please look at each before you keep it.
paste-day = Day
paste-time = Time
paste-kind = How
paste-place = Where
paste-who = Who
paste-contact = How to reach them
paste-news = What is new
paste-news-new = A new date
paste-news-changed = It was put to another time
paste-news-off = It is called off
paste-guessed = { $what }: { $value } (a guess)
paste-read = { $what }: { $value }
paste-between = between { $from } and { $to }
paste-known = You have this on that day already
paste-keep-one = Keep this one?
paste-keep-all = Keep all of these?

# Calendar files
ics-in = { $count ->
        [0] Nothing new came in.
        [one] One date came in.
       *[other] { $count } dates came in.
    }
ics-changed = { $count ->
        [one] One date was changed.
       *[other] { $count } dates were changed.
    }
ics-off = { $count ->
        [one] One date is called off now.
       *[other] { $count } dates are called off now.
    }
ics-left = { $count ->
        [one] One part of the file could not be read.
       *[other] { $count } parts of the file could not be read.
    }
ics-in-ask = Bring this in?
ics-is-in = That is in now.
ics-out = { $count ->
        [one] One date is in { $file }.
       *[other] { $count } dates are in { $file }.
    }
ics-out-open = Anyone who has that file can read all that you put down of them.
ics-out-plain = That file says when, and no more.
ics-out-left = { $count ->
        [one] One date has no day yet, so it is not in the file.
       *[other] { $count } dates have no day yet, so they are not in the file.
    }
ics-title = A date
error-not-a-calendar = I could not read that as a file of dates. Nothing was changed.
error-not-a-repeat = I could not read that rule. Nothing was changed.
error-not-a-reminder = I could not read that as a time for a reminder. Nothing was changed.
error-no-visit = There is no such date.
error-reminders-damaged = The list of reminders of this phone could not be read. It was put aside, and a new one is made.

# Where the clocks are others than here
when-elsewhere = { $when } ({ $place } time)

# What to say there, and what helps
plan-say = What I want to say
plan-helps = What helps me
plan-not-ask = Please don't ask me about
plan-list = You can choose from these, or write your own
