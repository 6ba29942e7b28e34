# Notes, their topics, drafts, bin, older texts, pictures and files.
note-saved = Saved.
note-changed = Changed.
note-empty = There was no text, so nothing was saved.
note-same = The text is the same as before.
note-write-how = Write your note. When you are done, press Ctrl and D on an empty line.
note-write-instead = What you write here takes the place of the text that is there now. To leave that as it is, press Ctrl and C.
note-kept-as-draft = What you wrote is kept as a draft. To see it: { $command }
note-pinned = It stays at the top of the list now.
note-unpinned = It has its usual place in the list now.
note-mark-pinned = at the top
note-topics = Topics: { $topics }
note-binned = It is in the bin now.
note-undo-how = To undo: { $command }
note-undone = That is undone.
note-redo-how = To see it: { $command }
note-restored = It is back.
note-delete-what = This deletes the note for good. It can't come back.
note-delete-ask = Delete it for good?
note-deleted = It is gone.
notes-none-then = You have no notes from then.
notes-more = There is more: { $command }
bin-empty = The bin is empty. Notes you delete wait here until you want them back. To see your notes: { $command }
bin-empty-what = { $count ->
        [one] This deletes one note for good. It can't come back.
       *[other] This deletes { $count } notes for good. They can't come back.
    }
bin-empty-ask = Empty the bin?
bin-emptied = The bin is empty now.
bin-since = in the bin since { $date }
history-empty = No older texts are kept for this note. To keep them from now on: { $command }
history-restored = The older text is back.
history-cleared = The older texts of this note are gone.
history-clear-what = This deletes the older texts of this note for good. They can't come back.
history-clear-ask = Delete them?
attachment-empty = This note has no pictures or files yet. To add one: { $command }
attachment-cost = It takes up room for two on the disk.
attachment-added = It is in the note now. The file you took it from is still where it was.
attachment-saved = Saved in { $file }. Any one who can use this computer may be able to open it.
attachment-saved-stripped = The place and time of the camera were taken out.
attachment-what = This takes it out of the note for good. It can't come back.
attachment-ask = Take it out?
attachment-removed = It is gone from the note.
topics-empty = You have no topics yet. A topic keeps notes together. To write a note with one: { $command }
topic-count = { $count ->
        [one] one note
       *[other] { $count } notes
    }
topic-renamed = The topic has its new name.
search-ask = What do you look for?
search-none = I found no notes with that.
search-more = There may be more. To see more: { $option }
draft-empty = There is no draft. A draft keeps what you have not saved yet. To keep one: { $command }
draft-saved = The draft is kept.
draft-discarded = The draft is gone.
draft-new-note = a new note
draft-since = kept on { $date }
