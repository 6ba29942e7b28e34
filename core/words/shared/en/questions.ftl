# Questions with yes or no.
ask-yes-no = { $question } Type yes or no:
answer-yes = yes
answer-y = y
answer-no = no
answer-n = n
ask-again = Please type yes or no.
left-as-it-was = Nothing was changed.
stopped = Stopped. Nothing was left half done.
