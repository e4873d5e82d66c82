// Post's own system of 1921, about which much is still unknown.
delete 3

0 -> 0 0
1 -> 1 1 0 1
