# Before anything leaves the phone: what goes, who can read it, and what can't be taken back.
leaving-title = This leaves your phone
leaving-sealed = All that is in this notebook goes into one sealed file.
leaving-sealed-who = If someone finds the file, they can't read it without the 12 words. You see them next.
leaving-open = All of this goes into one open file:
leaving-notes = { $count ->
        [0] No notes
        [one] One note
       *[other] { $count } notes
    }
leaving-notes-bin = Those in the bin go too.
leaving-earlier = { $count ->
        [one] One older text of a note
       *[other] { $count } older texts of notes
    }
leaving-files = { $count ->
        [one] One picture, sound or file
       *[other] { $count } pictures, sounds and files
    }
leaving-out = { $count ->
        [one] One picture, sound or file stays here. It may say where you were.
       *[other] { $count } pictures, sounds and files stay here. They may say where you were.
    }
leaving-all = Take those too
leaving-people = { $count ->
        [one] One person that you can ring
       *[other] { $count } people that you can ring
    }
leaving-dates = { $count ->
        [one] One date
       *[other] { $count } dates
    }
leaving-own-words = The words that you wrote for a hard day
leaving-open-who = Any one who gets the file can read all of it.
leaving-back = Once it is in some other place, I can't call it back.
open-copy-save = Save an open copy
open-copy-what = An open copy can be read with any program, and needs no words. Any one who gets it can read it too.
open-copy-part = Part of the file may still be there, and any one can read it. Please delete it there.
open-copy-done = The file is where you put it. Any one who gets it can read it.
