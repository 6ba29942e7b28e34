# Settings.
setting-history-on = Older texts of a note are kept.
setting-history-off = Older texts of a note are not kept.
setting-history-now-off = From now on, older texts are not kept. Those you have stay until you clear them.
setting-wipe-off = Wrong PINs never delete anything.
setting-wipe-after = After { $count } wrong PINs, all that is in this place is deleted.
setting-wipe-what = After { $count } wrong PINs, all notebooks in this place would be deleted for good. Only a copy could bring your words back.
setting-wipe-least = Please choose { $least } or more. It is easy to type a PIN wrong.
setting-wipe-ask = Did you keep a copy, and do you want this?
setting-saved = Saved.
