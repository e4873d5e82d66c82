  # The decoder, one position after another.
