// Subtracts binary numbers: 10001-110 becomes 01011. Fails where the result would be negative.
//
// Works like add.tm: O is a 0 that is done, I a 1 that is done.
blank _
start right
halt done

right: 0 -> 0 R right
right: 1 -> 1 R right
right: - -> - R right
right: O -> O R right
right: I -> I R right
right: _ -> _ L take

take: 0 -> _ L far0
take: 1 -> _ L far1
take: - -> _ L finish

far0: 0 -> 0 L far0
far0: 1 -> 1 L far0
far0: - -> - L near0

far1: 0 -> 0 L far1
far1: 1 -> 1 L far1
far1: - -> - L near1

near0: O -> O L near0
near0: I -> I L near0
near0: 0 -> O R right
near0: 1 -> I R right
near0: _ -> O R right

near1: O -> O L near1
near1: I -> I L near1
near1: 1 -> O R right
near1: 0 -> I L borrow

// There is no rule for a blank: nothing is left to borrow from.
borrow: 0 -> 1 L borrow
borrow: 1 -> 0 R right

finish: O -> 0 L finish
finish: I -> 1 L finish
finish: 0 -> 0 N done
finish: 1 -> 1 N done
finish: _ -> _ R done
