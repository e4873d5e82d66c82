// Leaves 1 on the second tape if a word of 0 and 1 reads the same backwards, else 0.
//
// Copies the word to the second tape, goes back to the beginning of the first, and compares the
// first from the left with the second from the right: about 3 n steps, where one tape takes n * n.
tapes 2
blank _
start copy
halt accept, reject

copy: 0, _ -> 0, 0 R, R copy
copy: 1, _ -> 1, 1 R, R copy
copy: _, _ -> _, _ L, L back

back: 0, any -> 0, same L, N back
back: 1, any -> 1, same L, N back
back: _, any -> _, same R, N compare

compare: 0, 0 -> 0, _ R, L compare
compare: 1, 1 -> 1, _ R, L compare
compare: 0, 1 -> 0, _ N, L wipe
compare: 1, 0 -> 1, _ N, L wipe
compare: _, _ -> _, 1 N, N accept

wipe: any, 0 -> same, _ N, L wipe
wipe: any, 1 -> same, _ N, L wipe
wipe: any, _ -> same, 0 N, N reject
