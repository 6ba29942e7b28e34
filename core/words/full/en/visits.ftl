# What a full notebook says of visits in its own way.
help-woman = A woman clinician, please
help-same-person = The same person each time
help-double = A double appointment
help-door = The door open
help-alone = Please see me alone
help-chaperone = A chaperone that I choose
help-no-chaperone = No chaperone
help-no-student = No student
help-explain = Explain before you touch me
help-tests = Tell me before tests. I can stop any time
help-break = A break when I ask
help-weigh = Please don't weigh me
help-name = Please don't call my name out
help-wait = I would like to wait somewhere else
help-side-door = The side door, or coming in late
help-with-me = My children or my dog with me
help-write = Please write it down for me
help-interpreter = An interpreter in my language
help-interpreter-woman = An interpreter who is a woman
help-interpreter-phone = An interpreter by phone, without my name
help-interpreter-stranger = Never family or anyone from my community
help-bsl = British Sign Language
help-large-print = Large print
help-easy-read = Easy read

# Words to copy: to call it off, to change it, to explain. Never sent by itself.
off-title = To call it off
off-text = I can't come on { $when }. Please take it out of the book for me.
change-title = To ask for another time
change-text = I can't come on { $when }. Please can I have another time?
ring-title = If you have no credit
ring-text = Please ring me, I have no credit.
explain-title = To ask for another time
explain-text = I was not able to come on { $when }. I would still like to come. Please can I have another time?
contact-costs = A call or a text may cost money. Their page on the web is free on most free networks.
contact-stays = A text that you send stays in Messages on this phone. You can delete it there.
contact-theirs = A text from the surgery can still give it away: you can ask them to stop texts.
