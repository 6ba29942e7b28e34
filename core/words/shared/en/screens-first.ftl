# The first run on a phone. Any notes app could show these pages.
first-what-title = A notebook
first-what = This is a place for your own words. It needs no account, and nothing is sent from this phone.
first-lost-title = Keep a copy
first-lost = If this phone is lost, your words are lost too. They come back only if you keep a copy.
first-lost-later = You can make a copy when you like. It is under More.
first-pin-title = Your PIN
first-pin = A PIN opens the notebook. It has 6 digits or more. A longer PIN is harder to guess.
first-pin-lost = If you forget it, no one can open the notebook for you. We can't do it either.
first-count-title = One or two?
first-two-limits = With the right tools, someone may still find out about a second one.
first-one = One
first-two = Two
first-choose = Choose a PIN
first-again = The same PIN once more
first-second = Choose a PIN for the second notebook
first-second-again = The second PIN once more
first-making = I am making your notebook. This takes a moment.
