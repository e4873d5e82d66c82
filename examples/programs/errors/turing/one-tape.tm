// No line says how many tapes there are.
blank _
start q
halt done
q: 0, 1 -> 0, 1 R, N done
