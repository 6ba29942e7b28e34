# The number pad, and the ways in.
pad-digits = { $count ->
        [0] No digits yet
        [one] { $count } digit
       *[other] { $count } digits
    }
pad-digit = Digit
pad-earphones = Digits are said aloud only in earphones.
pad-take-off = Take one off
pad-go = Go on
unlock-title = Put in your PIN
unlock-forgot = I forgot my PIN
unlock-now = You can try again now.
unlock-opening = Your notebook is opening.
unlock-words-title = Recovery words
unlock-words-how = If you made recovery words, put in all 12, with a space after each. Then you choose a new PIN.
unlock-words-none = Without them, no one can open the notebook.
unlock-words-field = The 12 words
new-pin-title = Choose a new PIN
new-pin-again = The new PIN once more
