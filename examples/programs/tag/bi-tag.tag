// A bi-tag system (Neary and Woods): letters a and b turn to the end of the word as they are, until
// the marker comes to the front and takes the letter behind it along. U(15,2) runs it:
// `lockstep compile bi-tag.tag --to u15 --input '"e a b a"'`.
normal
halt h

a -> a
b -> b
e a -> b b f
e b -> a a f
f a -> a e
f b -> b h
