// Symbols are single characters.
blank ''
start right
halt done
right: 01 -> 0 R right
right: 'ab' -> 0 r done
right: ' -> 0 R done
