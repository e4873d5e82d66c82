// Two rules for one case: what `any` stands for is ruled already.
tapes 2
blank _
start q
halt done
q: 0, 1 -> 0, 1 R, N done
q: any, 1 -> same, same L, N q
q: 0, any -> same, same L, N q
done: any, any -> same, same N, N done
