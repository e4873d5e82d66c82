// Half as many letters, rounded down.
delete 2
halt h

a -> h
