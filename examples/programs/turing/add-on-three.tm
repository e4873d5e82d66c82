// Adds two binary numbers on three tapes: 1011+110 leaves 10001 on the third.
//
// The right number moves to the second tape; then both are added from their last digits on, in one
// pass: about 3 n steps, where one tape takes n * n.
tapes 3
blank _
start left
halt done

left: 0, _, _ -> 0, _, _ R, N, N left
left: 1, _, _ -> 1, _, _ R, N, N left
left: +, _, _ -> +, _, _ R, N, N right

right: 0, _, _ -> _, 0, _ R, R, N right
right: 1, _, _ -> _, 1, _ R, R, N right
right: _, _, _ -> _, _, _ L, L, N back

back: _, any, _ -> _, same, _ L, N, N back
back: +, any, _ -> _, same, _ L, N, N carry0

// A number that has no digit left counts as 0.
carry0: 0, 0, _ -> 0, 0, 0 L, L, L carry0
carry0: 0, 1, _ -> 0, 1, 1 L, L, L carry0
carry0: 0, _, _ -> 0, _, 0 L, N, L carry0
carry0: 1, 0, _ -> 1, 0, 1 L, L, L carry0
carry0: 1, 1, _ -> 1, 1, 0 L, L, L carry1
carry0: 1, _, _ -> 1, _, 1 L, N, L carry0
carry0: _, 0, _ -> _, 0, 0 N, L, L carry0
carry0: _, 1, _ -> _, 1, 1 N, L, L carry0
carry0: _, _, _ -> _, _, _ N, N, N done

carry1: 0, 0, _ -> 0, 0, 1 L, L, L carry0
carry1: 0, 1, _ -> 0, 1, 0 L, L, L carry1
carry1: 0, _, _ -> 0, _, 1 L, N, L carry0
carry1: 1, 0, _ -> 1, 0, 0 L, L, L carry1
carry1: 1, 1, _ -> 1, 1, 1 L, L, L carry1
carry1: 1, _, _ -> 1, _, 0 L, N, L carry1
carry1: _, 0, _ -> _, 0, 1 N, L, L carry0
carry1: _, 1, _ -> _, 1, 0 N, L, L carry1
carry1: _, _, _ -> _, _, 1 N, N, N done
