// Sorts a word of a, b and c on two tapes: cabba leaves aabbc on the second.
//
// Three times over the word: first every a is written to the second tape, then every b, then every c.
tapes 2
blank _
start write-a
halt done

write-a: a, _ -> a, a R, R write-a
write-a: b, _ -> b, _ R, N write-a
write-a: c, _ -> c, _ R, N write-a
write-a: _, _ -> _, _ L, N back-b

back-b: a, _ -> a, _ L, N back-b
back-b: b, _ -> b, _ L, N back-b
back-b: c, _ -> c, _ L, N back-b
back-b: _, _ -> _, _ R, N write-b

write-b: a, _ -> a, _ R, N write-b
write-b: b, _ -> b, b R, R write-b
write-b: c, _ -> c, _ R, N write-b
write-b: _, _ -> _, _ L, N back-c

back-c: a, _ -> a, _ L, N back-c
back-c: b, _ -> b, _ L, N back-c
back-c: c, _ -> c, _ L, N back-c
back-c: _, _ -> _, _ R, N write-c

write-c: a, _ -> a, _ R, N write-c
write-c: b, _ -> b, _ R, N write-c
write-c: c, _ -> c, c R, R write-c
write-c: _, _ -> _, _ N, N done
