# The number pad, and the ways in.
pad-digits = { $count ->
        [0] No digits yet
        [one] { $count } digit
       *[other] { $count } digits
    }
# Said by a screen reader in place of a digit, which others might hear.
pad-key = { $row ->
        [1] First row
        [2] Second row
        [3] Third row
       *[other] Last row
    }, { $key ->
        [1] first key
        [2] second key
       *[other] third key
    }
pad-earphones = Put earphones in to hear the digits.
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
# Asked once more, before a page that changes how the notebook opens.
confirm-pin-title = Your PIN once more
confirm-pin-why = Here you change how your notebook opens. So put in your PIN first.
confirm-pin-lost = Forgot it? You can close and use your recovery words. You can also save a copy first.
