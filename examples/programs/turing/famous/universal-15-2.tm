// U(15,2), the universal machine of 15 states and 2 symbols of Neary and Woods ("Four small
// universal Turing machines", Fundamenta Informaticae 91, 2009, table 16): A to O are their states
// u1 to u15, 0 is their c and 1 their b.
//
// It runs bi-tag systems. `lockstep compile SYSTEM.tag --to u15 --input WORD` writes the tape that it
// starts on, with the head within it.
blank 0
start A
halt halt

A: 0 -> 0 R B
A: 1 -> 1 R A

B: 0 -> 1 R C
B: 1 -> 1 R A

C: 0 -> 0 L G
C: 1 -> 0 L E

D: 0 -> 0 L F
D: 1 -> 1 L E

E: 0 -> 1 R A
E: 1 -> 1 L D

F: 0 -> 1 L D
F: 1 -> 1 L D

G: 0 -> 0 L H
G: 1 -> 1 L G

H: 0 -> 1 L I
H: 1 -> 1 L G

I: 0 -> 0 R A
I: 1 -> 1 L J

J: 0 -> 1 L K
J: 1 -> 1 N halt

K: 0 -> 0 R L
K: 1 -> 1 R N

L: 0 -> 0 R M
L: 1 -> 1 R L

M: 0 -> 0 L B
M: 1 -> 1 R L

N: 0 -> 0 L C
N: 1 -> 0 R O

O: 0 -> 0 R N
O: 1 -> 1 R N
