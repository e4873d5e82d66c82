// Declarations are missing or stand twice.
blank _
blank x
halt done, done
right: 0 -> 0 R right
