# Bringing in notes from other programs.
import-count = { $count ->
        [one] I found one note.
       *[other] I found { $count } notes.
    }
import-nothing-new = I found nothing new.
import-none = I found no notes there.
import-from-to = The first is from { $first }. The last is from { $last }.
import-known = { $count ->
        [one] One is here and will not come in twice.
       *[other] { $count } are here and will not come in twice.
    }
import-attachments = { $count ->
        [one] One picture or file comes with them.
       *[other] { $count } pictures or files come with them.
    }
import-cannot = { $count ->
        [one] One thing can't come in, or not all of it:
       *[other] { $count } things can't come in, or not all of them:
    }
import-ask = Bring them in?
import-done = { $count ->
        [one] One note came in.
       *[other] { $count } notes came in.
    }
import-still = The file you took them from is still where it was.
import-deleted-again = If you deleted one of them for good before, it comes in again.
import-cannot-more = { $count ->
        [one] and one more
       *[other] and { $count } more
    }
import-whole = all of it
import-starred = Starred
import-left-behind = { $what } ({ $count ->
        [one] in one note
       *[other] in { $count } notes
    }) can't come in.
import-left-place = The place
import-left-weather = The weather
import-left-device = What the phone put with it
import-left-due = When a task is due
import-left-links = Links to other notes
import-left-web = Pictures on the web
import-left-facts = Other facts
import-why-no-date = it has no date
import-why-bad-date = I could not read its date
import-why-not-text = it is not text
import-why-empty = there is nothing in it
import-why-too-large = it is too large
import-why-too-many = there are too many, and the rest stays out
import-why-locked = it is locked by the other program
import-why-damaged = it is damaged
import-why-kind = it is of a kind that I can't read
import-why-unreadable = I could not open it
import-why-binned = it was in the bin there
import-why-date-guessed = it comes in, but I could not read its date and took the next best
import-why-facts = it comes in, but I could not read the facts above the text
import-why-file-missing = it comes in, but a picture or file is not there
import-why-file-too-large = it comes in, but a picture or file is too large
import-why-file-locked = it comes in, but a picture or file is locked by the other program
import-why-file-damaged = it comes in, but a picture or file is damaged
import-why-file-outside = it comes in, but a picture or file lies in some other folder
import-why-conflict = it comes in, and is one of two forms of the same note
import-why-web-page = it comes in, but as the plain source of a web page
