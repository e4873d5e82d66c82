// Writes a word of 0 and 1 backwards: 0111 becomes 1110.
//
// Takes the symbols from the last to the first, leaving x, and appends each at the right end.
blank _
start to-end
halt done

to-end: 0 -> 0 R to-end
to-end: 1 -> 1 R to-end
to-end: x -> x R to-end
to-end: _ -> _ L take

take: 0 -> x R put0
take: 1 -> x R put1
take: x -> x L take
take: _ -> _ R clean

put0: 0 -> 0 R put0
put0: 1 -> 1 R put0
put0: x -> x R put0
put0: _ -> 0 L back

put1: 0 -> 0 R put1
put1: 1 -> 1 R put1
put1: x -> x R put1
put1: _ -> 1 L back

// Over what was put, to the last x.
back: 0 -> 0 L back
back: 1 -> 1 L back
back: x -> x L take
back: _ -> _ R clean

clean: x -> _ R clean
clean: 0 -> 0 N done
clean: 1 -> 1 N done
clean: _ -> _ N done
