// Counts in binary on the second tape: 11111 on the first leaves 101.
//
// Each 1 adds one to the counter, whose last digit the second head comes back to: about 5 n steps.
tapes 2
blank _
start count
halt done

count: 1, any -> 1, same R, N carry
count: _, _ -> _, 0 N, N done
count: _, 0 -> _, 0 N, N done
count: _, 1 -> _, 1 N, N done

carry: any, 1 -> same, 0 N, L carry
carry: any, 0 -> same, 1 N, R last
carry: any, _ -> same, 1 N, R last

last: any, 0 -> same, 0 N, R last
last: any, 1 -> same, 1 N, R last
last: any, _ -> same, _ N, L count
