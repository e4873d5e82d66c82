// Erases a word of 0 and 1 and leaves 1 if it held an odd number of ones, else 0.
blank _
start even
halt done

even: 0 -> _ R even
even: 1 -> _ R odd
even: _ -> 0 N done

odd: 0 -> _ R odd
odd: 1 -> _ R even
odd: _ -> 1 N done
