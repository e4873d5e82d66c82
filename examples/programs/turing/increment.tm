// Adds one to a binary number: 1011 becomes 1100.
blank _
start right
halt done

right: 0 -> 0 R right
right: 1 -> 1 R right
right: _ -> _ L carry

carry: 1 -> 0 L carry
carry: 0 -> 1 L done
carry: _ -> 1 L done
