// De Mol's system: from n letters a it passes through each number of the Collatz sequence.
delete 2

a -> b c
b -> a
c -> a a a
