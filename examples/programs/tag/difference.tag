// A lag system: neighbours of a word of bits before the end `e` are added, without carrying.
read 2
halt e

0 0 -> 0
0 1 -> 1
1 0 -> 1
1 1 -> 0
0 e ->
1 e ->
