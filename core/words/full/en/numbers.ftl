# Numbers: her own people, and the pack's dated list (numbers.toml beside this file).
numbers-title = Numbers
numbers-yours = My people
numbers-none = Here you can keep the people that you would like to ring.
numbers-see = Numbers to ring: { $command }
numbers-others = Others you can ring
numbers-list = A call stays in this phone's list of calls. You can delete it there. It may also show on other phones or tablets of the same account.
numbers-checked = Put together on { $date } from saved pages. Some of them are old, and no one has rung to check. A number may be wrong.
numbers-ring = Ring { $name }
numbers-ring-what = This opens the phone's own keypad with the number in it. The call starts only when you start it there.
numbers-ring-asks = The phone asks first. The call starts only when you say yes there.
numbers-free = It is free.
numbers-costs = It may cost money.
numbers-off-bill = They say that it is not on the phone bill.
numbers-on-bill = It may be on the phone bill.
person-see = To put down who you would ring: { $command }
person-add = Add someone
person-change = Change { $name }
person-name = Name
person-number = Number
person-note = A few words, such as when to ring
person-up = Move up
person-down = Move down
person-remove = Take out
person-remove-what = This takes { $name } out of your numbers for good. It can't come back.
person-remove-ask = Take this person out?
person-removed = That is taken out.
person-saved = That is kept.
restore-own-people = { $count ->
        [one] One of your people would come in.
       *[other] { $count } of your people would come in.
    }
restore-own-words = Your words for a hard day would come in.
copy-own-people = { $count ->
        [one] One of your people is in it too.
       *[other] { $count } of your people are in it too.
    }
copy-own-words = Your words for a hard day are in it too.
