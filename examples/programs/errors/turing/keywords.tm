blank
start : 0 -> 1 R start
start
halt ->
