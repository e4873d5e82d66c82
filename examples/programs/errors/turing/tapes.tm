// Each line below is wrong in a way of its own.
tapes 2
tapes 9
blank _
start q
halt done
q: 0, 1 -> 0, 1 R, N q
q: 0 -> 0, 1 R, N q
q: 1, 1 -> 0 R, N q
q: 1, 0 -> 1, 0 R done
q: _, any -> any, same R, N done
