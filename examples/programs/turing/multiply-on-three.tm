// Multiplies two binary numbers on three tapes: 101*11 leaves 1111 on the third.
//
// The right number moves to the second tape and is read from its last digit on. For each 1 the left
// number is added to the third tape, one place further left each time.
tapes 3
blank _
start left
halt done

left: 0, _, _ -> 0, _, _ R, N, N left
left: 1, _, _ -> 1, _, _ R, N, N left
left: *, _, _ -> *, _, _ R, N, N right

right: 0, _, _ -> _, 0, _ R, R, N right
right: 1, _, _ -> _, 1, _ R, R, N right
right: _, _, _ -> _, _, _ L, L, N back

back: _, any, _ -> _, same, _ L, N, N back
back: *, any, _ -> _, same, _ L, N, N digit

// All heads stand on the places that this digit is about.
digit: any, 0, _ -> same, 0, 0 N, L, L digit
digit: any, 0, 0 -> same, 0, 0 N, L, L digit
digit: any, 0, 1 -> same, 0, 1 N, L, L digit
digit: any, 1, any -> same, 1, same N, N, N carry0
digit: any, _, any -> same, _, same N, N, N done

// The left number and what stands on the third tape; beyond the left number that is blank.
carry0: 0, any, 0 -> 0, same, 0 L, N, L carry0
carry0: 0, any, 1 -> 0, same, 1 L, N, L carry0
carry0: 0, any, _ -> 0, same, 0 L, N, L carry0
carry0: 1, any, 0 -> 1, same, 1 L, N, L carry0
carry0: 1, any, 1 -> 1, same, 0 L, N, L carry1
carry0: 1, any, _ -> 1, same, 1 L, N, L carry0
carry0: _, any, _ -> _, same, _ R, N, R home

carry1: 0, any, 0 -> 0, same, 1 L, N, L carry0
carry1: 0, any, 1 -> 0, same, 0 L, N, L carry1
carry1: 0, any, _ -> 0, same, 1 L, N, L carry0
carry1: 1, any, 0 -> 1, same, 0 L, N, L carry1
carry1: 1, any, 1 -> 1, same, 1 L, N, L carry1
carry1: 1, any, _ -> 1, same, 0 L, N, L carry1
carry1: _, any, _ -> _, same, 1 R, N, R home

home: 0, any, any -> 0, same, same R, N, R home
home: 1, any, any -> 1, same, same R, N, R home
home: _, any, any -> _, same, same L, L, L shift

shift: any, any, any -> same, same, same N, N, L digit
