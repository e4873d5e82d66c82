// Leaves 1 if a word of 0 and 1 reads the same backwards, else 0.
//
// Takes the first symbol, compares it with the last, and goes on with what lies between.
blank _
start first
halt accept, reject

first: 0 -> _ R have0
first: 1 -> _ R have1
first: _ -> 1 N accept

have0: 0 -> 0 R have0
have0: 1 -> 1 R have0
have0: _ -> _ L want0

have1: 0 -> 0 R have1
have1: 1 -> 1 R have1
have1: _ -> _ L want1

want0: 0 -> _ L back
want0: 1 -> _ L wipe
want0: _ -> 1 N accept

want1: 0 -> _ L wipe
want1: 1 -> _ L back
want1: _ -> 1 N accept

back: 0 -> 0 L back
back: 1 -> 1 L back
back: _ -> _ R first

wipe: 0 -> _ L wipe
wipe: 1 -> _ L wipe
wipe: _ -> 0 N reject
