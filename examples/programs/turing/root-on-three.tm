// The whole part of a binary number's square root on three tapes: 11110 leaves 101 on the third.
//
// Digit by digit, two of the number for one of the root. The second tape holds the rest, the third
// the root with 01 behind it: four times the root and one, which is taken from the rest where the
// next digit is 1. Where that leaves less than nothing it is put back, and the digit is 0.
tapes 3
blank _
start even
halt done

// The first digit is alone where their number is odd.
even: 0, _, _ -> 0, _, _ R, N, N odd
even: 1, _, _ -> 1, _, _ R, N, N odd
even: _, _, _ -> _, _, _ L, N, N back-to-two
odd: 0, _, _ -> 0, _, _ R, N, N even
odd: 1, _, _ -> 1, _, _ R, N, N even
odd: _, _, _ -> _, _, _ L, N, N back-to-one

back-to-two: 0, _, _ -> 0, _, _ L, N, N back-to-two
back-to-two: 1, _, _ -> 1, _, _ L, N, N back-to-two
back-to-two: _, _, _ -> _, _, _ R, N, N two
back-to-one: 0, _, _ -> 0, _, _ L, N, N back-to-one
back-to-one: 1, _, _ -> 1, _, _ L, N, N back-to-one
back-to-one: _, _, _ -> _, _, _ R, N, N one

// The next digits go behind the rest.
two: 0, _, _ -> 0, 0, _ R, R, N one
two: 1, _, _ -> 1, 1, _ R, R, N one
two: _, _, _ -> _, _, _ N, N, N done
one: 0, _, _ -> 0, 0, 0 R, N, R try
one: 1, _, _ -> 1, 1, 0 R, N, R try
try: any, any, _ -> same, same, 1 N, N, N take

// From the right; beyond its last digit a number goes on with zeros.
take: any, 0, 0 -> same, 0, 0 N, L, L take
take: any, 0, 1 -> same, 1, 1 N, L, L borrow
take: any, 0, _ -> same, 0, _ N, L, L take
take: any, 1, 0 -> same, 1, 0 N, L, L take
take: any, 1, 1 -> same, 0, 1 N, L, L take
take: any, 1, _ -> same, 1, _ N, L, L take
take: any, _, 0 -> same, 0, 0 N, L, L take
take: any, _, 1 -> same, 1, 1 N, L, L borrow
take: any, _, _ -> same, _, _ N, R, R fits

borrow: any, 0, 0 -> same, 1, 0 N, L, L borrow
borrow: any, 0, 1 -> same, 0, 1 N, L, L borrow
borrow: any, 0, _ -> same, 1, _ N, L, L borrow
borrow: any, 1, 0 -> same, 0, 0 N, L, L take
borrow: any, 1, 1 -> same, 1, 1 N, L, L borrow
borrow: any, 1, _ -> same, 0, _ N, L, L take
borrow: any, _, 0 -> same, 1, 0 N, L, L borrow
borrow: any, _, 1 -> same, 0, 1 N, L, L borrow
borrow: any, _, _ -> same, _, _ N, R, R too-much

too-much: any, 0, any -> same, 0, same N, R, R too-much
too-much: any, 1, any -> same, 1, same N, R, R too-much
too-much: any, _, any -> same, _, same N, L, L put

put: any, 0, 0 -> same, 0, 0 N, L, L put
put: any, 0, 1 -> same, 1, 1 N, L, L put
put: any, 0, _ -> same, 0, _ N, L, L put
put: any, 1, 0 -> same, 1, 0 N, L, L put
put: any, 1, 1 -> same, 0, 1 N, L, L carry
put: any, 1, _ -> same, 1, _ N, L, L put
put: any, _, _ -> same, _, _ N, R, R back

carry: any, 0, 0 -> same, 1, 0 N, L, L put
carry: any, 0, 1 -> same, 0, 1 N, L, L carry
carry: any, 0, _ -> same, 1, _ N, L, L put
carry: any, 1, 0 -> same, 0, 0 N, L, L carry
carry: any, 1, 1 -> same, 1, 1 N, L, L carry
carry: any, 1, _ -> same, 0, _ N, L, L carry
carry: any, _, _ -> same, _, _ N, R, R back

// The digit takes the place of 01.
fits: any, 0, any -> same, 0, same N, R, R fits
fits: any, 1, any -> same, 1, same N, R, R fits
fits: any, _, any -> same, _, same N, N, L fits-1
fits-1: any, _, any -> same, _, _ N, N, L fits-0
fits-0: any, _, any -> same, _, 1 N, N, R two

back: any, 0, any -> same, 0, same N, R, R back
back: any, 1, any -> same, 1, same N, R, R back
back: any, _, any -> same, _, same N, N, L back-1
back-1: any, _, any -> same, _, _ N, N, L back-0
back-0: any, _, any -> same, _, 0 N, N, R two
