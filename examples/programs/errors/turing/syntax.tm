blank _
start right
halt done

right: 0 -> 0 R
right: 1 -> 1 right
right 1 -> 1 R done
right: / -> 0 R done
right: _ -> _ L carry done
: 0 -> 1 L done
