read 2
halt H
a b -> c
a -> b
H a -> b
a b -> d
