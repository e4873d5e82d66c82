// Multiplies unary numbers: 11*111 becomes 111111.
//
// For each 1 on the left, one more copy of the right number is written after the sign =.
blank _
start prepare
halt done

prepare: 1 -> 1 R prepare
prepare: * -> * R prepare
prepare: _ -> = L home

home: 1 -> 1 L home
home: * -> * L home
home: _ -> _ R row

// Use up one 1 on the left.
row: 1 -> _ R skip
row: * -> _ R clean

skip: 1 -> 1 R skip
skip: * -> * R each

// Copy the right number: x is a 1 that has been copied.
each: 1 -> x R append
each: = -> = L restore

append: 1 -> 1 R append
append: = -> = R append
append: _ -> 1 L return

return: 1 -> 1 L return
return: = -> = L return
return: x -> x R each

restore: x -> 1 L restore
restore: * -> * L home

clean: 1 -> _ R clean
clean: = -> _ R done
