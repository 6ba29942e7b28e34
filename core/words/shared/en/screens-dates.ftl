# Dates on the screens. A plain notebook has them too, so nothing here speaks of health.

# The list
bar-dates = Dates
dates-empty = This is the place for days that you want to know of.
dates-add = Put down a date
dates-coming = What is coming
dates-next = The next date
dates-months = By month
dates-earlier = Those that are over
dates-earlier-none = There are none yet.
dates-missing = What the phone can't show
dates-missing-see = A reminder can't come. Dates says why.
dates-outside-what = The phone shows these words at these times, and no more.

# A month
month-name = { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
month-weekday = { $weekday ->
        [1] Mo
        [2] Tu
        [3] We
        [4] Th
        [5] Fr
        [6] Sa
       *[7] Su
    }
month-before = The month before
month-after = The month after
month-none = There is no date in this month.
month-today = today
month-has = has a date

# One date
date-change = Change it
date-remove = Take it out
date-remove-what = What you wrote about it goes too.
date-removed = That date is taken out.
date-off = It is called off
date-on = It is on again
date-next-ones = The next ones
date-this-one = This one only
date-move = Move this one
date-leave-out = Leave this one out
date-put-back = Put back { $date }
date-is-put-back = That day is put back.
date-words = Words you can copy
date-copy = Copy: { $name }
date-copied = Copied. Nothing was sent.
date-said = What was said
date-next-step = What comes next
date-note = A note about it
date-note-link = Choose a note
date-note-which = Which note?
date-note-drop = Choose no note

# Putting it down
date-name = What you call it
date-when = When
date-day-only = On a day
date-window = Between two times
date-time = At a time
date-day = Day
date-month = Month
date-year = Year
date-today = Today
date-tomorrow = Tomorrow
date-hour = Hour, 0 to 23
date-minute = Minutes
date-from-hour = From: hour, 0 to 23
date-from-minute = From: minutes
date-to-hour = To: hour, 0 to 23
date-to-minute = To: minutes
date-no-day = I can't find that day. Please look at it once more.
date-no-time = I can't find that time. Please look at it once more.
date-no-order = The second time comes after the first one. Please look at them once more.
date-zone = The clocks of { $place } count for this.
date-zone-here = Let the clocks here count
date-kind = How it is
date-kind-none = I don't say how
date-who = Who
date-who-where = Who and where
date-place = Where
date-contact = How to reach them
date-travel = How I get there
date-company = Who comes with me
date-bring = What to bring
date-waiting = Where I would like to wait
date-notes = Something else
date-more = More about it
date-fewer = Less about it
date-often = How often
date-often-once = Once
date-keep = Keep this date
date-kept-when = It is kept when you leave this page.

# Its reminders
reminders-title = Reminders
reminder-when = When? Or none
reminder-none = No reminder
reminder-before = Some time before it begins
reminder-minutes = Minutes before
reminder-cover = What the phone shows
reminder-cover-what = Anyone who sees the phone can read this.
reminder-own = My own words
reminder-sound = With a sound
reminder-silent = Without a sound
reminder-change = Change: { $name }

# Reminders, for all dates
reminders-what = The phone shows a reminder while this notebook is closed. It shows words that you choose, and no more.
reminders-quiet-have = Have quiet hours
reminders-quiet-what = In these hours no reminder comes. It comes before them.
reminders-quiet-from = Quiet from
reminders-quiet-to = Quiet until
reminders-morning-when = When the morning is
reminders-try = Try it now
reminders-tried = The phone shows it now.
reminders-tried-not = The phone could not show it.
reminders-allowed = The phone lets this app show reminders.
reminders-not-allowed = The phone does not let this app show reminders.
reminders-allow = Let it show them
reminders-allow-what = The phone asks you next if this app may show reminders. You can say no.
reminders-refused = The phone shows none. You can change that in its own settings.
reminders-exact = They come on time.
reminders-late = They may come late. The phone does not let this app be exact.
reminders-be-exact = Let it be exact
reminders-aside = The list of reminders on this phone could not be read. A new one was made.

# From a message
paste-title = Paste a message
paste-what = Put the words of a message here. They stay in this notebook.
paste-field = The message
paste-go = Look for dates
paste-nothing = I could not find a date in that. You can put it in yourself.
paste-take = Put this down
paste-guesses = What I guessed
paste-sure = What I read
