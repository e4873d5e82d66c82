// Twice as many letters: each a becomes two b.
halt b

a -> b b
