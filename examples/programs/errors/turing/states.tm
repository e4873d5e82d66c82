blank _
start rigt
halt done

right: 0 -> 0 R right
right: 1 -> 1 R missing
right: 0 -> 1 R carry
right: _ -> _ L cary
carry: 1 -> 0 L carry
done: 0 -> 0 N done
