// Leaves x if the word is some a, as many b and as many c, in this order; else an empty tape.
//
// Each round crosses off one a, one b and one c. (An x in the input counts as crossed off.)
blank _
start seek-a
halt accept, reject

seek-a: x -> x R seek-a
seek-a: a -> x R seek-b
seek-a: b -> b R no
seek-a: c -> c R no
seek-a: _ -> _ L yes

seek-b: a -> a R seek-b
seek-b: x -> x R seek-b
seek-b: b -> x R seek-c
seek-b: c -> c R no
seek-b: _ -> _ L wipe

seek-c: b -> b R seek-c
seek-c: x -> x R seek-c
seek-c: c -> x R tail
seek-c: a -> a R no
seek-c: _ -> _ L wipe

// Nothing but c may follow.
tail: c -> c R tail
tail: a -> a R no
tail: b -> b R no
tail: x -> x R no
tail: _ -> _ L back

back: a -> a L back
back: b -> b L back
back: c -> c L back
back: x -> x L back
back: _ -> _ R seek-a

yes: a -> _ L yes
yes: b -> _ L yes
yes: c -> _ L yes
yes: x -> _ L yes
yes: _ -> x N accept

no: a -> a R no
no: b -> b R no
no: c -> c R no
no: x -> x R no
no: _ -> _ L wipe

wipe: a -> _ L wipe
wipe: b -> _ L wipe
wipe: c -> _ L wipe
wipe: x -> _ L wipe
wipe: _ -> _ N reject
