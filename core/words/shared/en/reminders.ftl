# Reminders: when, under which words, and what can't be done.
lead-week = A week before
lead-day = The day before
lead-morning = In the morning of the day
lead-leave = When it is time to leave
lead-minutes = { $minutes ->
        [one] One minute before
       *[other] { $minutes } minutes before
    }
lead-at = At a time of my own

# What a phone shows: she picks one, or writes her own.
cover-water = Water the plants
cover-list = Look at my list
cover-call = Ring home
cover-shop = Go to the shop
cover-bin = Put the bins out

# What can't be delivered, and why
missing-no-time = No reminder: its time is not known yet.
missing-over = No reminder: that time is past.
missing-after = No reminder: its time is after the date.
missing-full = No reminder yet: the phone can hold no more. It will be set when there is room.
missing-not-allowed = No reminder: the phone does not let this app show any.
missing-quiet = No reminder: there is no time before it outside your quiet hours.
missing-further = It is far off. Its reminder is set when you open this nearer to the day.
reminder-early = It comes early, before your quiet hours.
reminder-until = They are set until { $date }. Open your dates before then, and more are set.
reminder-late = It may come late: the phone does not let this app be exact.
reminder-shows = The phone will show: { $cover }

# Under what a phone shows: she taps it, and it goes away for an hour
reminder-later = Later
reminder-later-what = Tap "Later" on a reminder, and it comes again in an hour.

# What is set
reminders-none = No reminder is set.
reminders-outside = What this phone will show
reminders-quiet = Quiet from { $from } to { $to }
reminders-quiet-none = No quiet hours
reminders-morning = Morning is { $time }
reminders-set = That is set.
reminders-command = This computer shows none. A phone would hold these.
