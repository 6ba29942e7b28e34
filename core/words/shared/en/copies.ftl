# Copies, saving all as open files, bringing in, checking and saving from damage.
copy-made = The copy is in { $file }
copy-who = No one can read it without these 12 words:
copy-write = Write them down, and keep them away from the copy. They are shown only this once.
copy-move = If this computer is lost, the copy on it is lost too. Put it on a stick or some other place.
copy-good = I opened the copy and read all of it. It is whole.
copy-notes = It has { $count ->
        [one] one note
       *[other] { $count } notes
    } in it.
copy-from-to = The first is from { $first }. The last is from { $last }.
restore-new = { $count ->
        [one] One note would come in.
       *[other] { $count } notes would come in.
    }
restore-same = { $count ->
        [one] One is here just the same, and stays.
       *[other] { $count } are here just the same, and stay.
    }
restore-both = { $count ->
        [one] One is here with another text. Yours stays, and the one from the copy comes in as a new note.
       *[other] { $count } are here with another text. Yours stay, and those from the copy come in as new notes.
    }
restore-gone = { $count ->
        [one] One was deleted here, and stays gone.
       *[other] { $count } were deleted here, and stay gone.
    }
restore-dates = { $count ->
        [one] One date would come in.
       *[other] { $count } dates would come in.
    }
copy-showing = Your card, what you chose and what you showed
copy-dates = { $count ->
        [one] One date is in it too.
       *[other] { $count } dates are in it too.
    }
restore-ask = Bring them in?
restore-done = It is done.
export-what = This puts all your notes in open files in { $folder }
export-who = Any one who can use this computer may be able to read them.
export-ask = Go ahead?
export-done = Your notes are in { $folder }
check-good = I read all of it. It is whole.
check-bad = Some of it is damaged. What can still be read is safe.
check-parts = { $count ->
        [one] One page of { $total } can't be read.
       *[other] { $count } pages of { $total } can't be read.
    }
salvage-done = All that could be read is in { $folder }
salvage-lost = { $count ->
        [one] One piece could not be read. It may be a note, an older text or a part of a picture.
       *[other] { $count } pieces could not be read. They may be notes, older texts or parts of pictures.
    }
notice-wal-aside = All your notes are here. I put an old file of this notebook to one side.
notice-wal-torn = The last thing you wrote may not be here. The phone or the program may have stopped while it was saving. All before it is here.
export-left-out = { $count ->
        [one] One picture or file was left out, as it may say where it was made. To take it along: { $option }
       *[other] { $count } pictures or files were left out, as they may say where they were made. To take them along: { $option }
    }
# The text of READ ME.txt in a copy and in a folder of open files.
copy-read-me =
    This is a copy of a notebook.
    The folder "notes" has each note as a text file. You can read them with any program for text.
    The folder "attachments" has the pictures, sounds and files.
    The file "dates.md" has the dates, if there are any.
    The .json file has all of it once more, for a program to bring back.
    Keep it where only you can read it.
export-read-me =
    These are the notes of a notebook. Any one who can open this folder can read them.
    The folder "notes" has each note as a text file. You can read them with any program for text.
    The folder "attachments" has the pictures, sounds and files.
    The file "dates.md" has the dates, if there are any.
    The .json file has all of it once more, for a program to bring back.
