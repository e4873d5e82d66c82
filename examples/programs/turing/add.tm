// Adds two binary numbers: 1011+110 becomes 10001.
//
// Takes the last digit of the right number, adds it to the last digit of the left number that has
// not had its turn, and marks that one: O is a 0 that is done, I a 1. About n * n steps.
blank _
start right
halt done

// To the end of the tape, and take what stands there.
right: 0 -> 0 R right
right: 1 -> 1 R right
right: + -> + R right
right: O -> O R right
right: I -> I R right
right: _ -> _ L take

take: 0 -> _ L far0
take: 1 -> _ L far1
take: + -> _ L finish

// Over the rest of the right number …
far0: 0 -> 0 L far0
far0: 1 -> 1 L far0
far0: + -> + L near0

far1: 0 -> 0 L far1
far1: 1 -> 1 L far1
far1: + -> + L near1

// … and over the digits that are done.
near0: O -> O L near0
near0: I -> I L near0
near0: 0 -> O R right
near0: 1 -> I R right
near0: _ -> O R right

near1: O -> O L near1
near1: I -> I L near1
near1: 0 -> I R right
near1: 1 -> O L carry
near1: _ -> I R right

carry: 0 -> 1 R right
carry: 1 -> 0 L carry
carry: _ -> 1 R right

// The right number is used up: take the marks off.
finish: O -> 0 L finish
finish: I -> 1 L finish
finish: 0 -> 0 N done
finish: 1 -> 1 N done
finish: _ -> _ R done
