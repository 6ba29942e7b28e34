# Opening with a finger or a face.
more-biometric = Finger or face
biometric-what = You can open a notebook with your finger or your face. It is one for the whole phone.
biometric-all = Every finger and every face that this phone knows will open it. If there is one of someone else, they can open it too.
biometric-lost = If a finger or a face is added to the phone, only your PIN opens it. So keep your PIN in mind.
biometric-force = It is easier to make you hold out a finger than to make you tell a PIN.
biometric-on = Open with a finger or face
biometric-now-on = From now on your finger or face opens it.
biometric-now-off = It is off. Only your PIN opens it.
biometric-ask = Open your notebook
biometric-pin = Use my PIN
biometric-keep = Turn it on
biometric-changed = That way does not open it any more. Put in your PIN. You can turn it on again in More.
biometric-refused = That way does not work just now. You can put in your PIN.
biometric-not-on = It was not turned on. Your PIN still opens it.
biometric-nobody = This phone does not know a finger or a face yet. You can add one in the settings of the phone.
