// Copies a word of 0 and 1: 011 becomes 011#011.
//
// The symbol that is being copied is marked: O is a 0 that waits for its copy, I a 1.
blank _
start prepare
halt done

prepare: 0 -> 0 R prepare
prepare: 1 -> 1 R prepare
prepare: _ -> # L home

home: 0 -> 0 L home
home: 1 -> 1 L home
home: _ -> _ R pick

pick: 0 -> O R carry0
pick: 1 -> I R carry1
pick: # -> # N done

carry0: 0 -> 0 R carry0
carry0: 1 -> 1 R carry0
carry0: # -> # R carry0
carry0: _ -> 0 L return

carry1: 0 -> 0 R carry1
carry1: 1 -> 1 R carry1
carry1: # -> # R carry1
carry1: _ -> 1 L return

return: 0 -> 0 L return
return: 1 -> 1 L return
return: # -> # L return
return: O -> 0 R pick
return: I -> 1 R pick
