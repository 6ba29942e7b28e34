# PINs, recovery words and wiping.
pin-ask = PIN:
pin-new-ask = New PIN:
pin-again-ask = The same once more:
recovery-words-ask = Recovery words:
copy-words-ask = The 12 words of the copy:
pin-differ = Those two are not the same. Nothing was changed.
pin-differ-again = Those two are not the same. Please try once more.
pin-changed = Your PIN is changed.
recovery-what = If you forget your PIN, these 12 words open your notebook. They work on this computer only.
recovery-write = Write them down now, and keep them where only you look. They are not shown again.
recovery-old = Any words you made before do not work now.
recovery-forgotten = The recovery words do not work any more.
recovered = Your notebook is open again. It has the new PIN.
wipe-what = This deletes all that is in this place, for good. It can't come back.
wipe-ask = Delete it all?
wipe-done = It is all gone.
