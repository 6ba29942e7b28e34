# Saving a sealed copy on a phone, and bringing one back.
save-what = This puts all your notes in one sealed file. To open it you need 12 words, which you see next.
save-where = A copy on this phone is lost if the phone is lost. Some other place is better.
save-choose = Choose a place
save-title = Your copy
save-written = I wrote them down
save-ask = Keep a copy of your words?
save-ask-what = If this phone is lost, a copy can bring your words back.
save-no = No
bring-what = This brings the notes of a copy into this notebook. What is here stays.
bring-choose = Choose the copy
bring-how = Put in the 12 words of the copy, with a space after each.
bring-look = See what it holds
bring-title = What would come in
bring-none = It has no new notes.
bring-go = Bring them in
