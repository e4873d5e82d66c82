def gcd(a, b):
    x = a
    y = b
    while y != 0:
        t = x % y
        x = y
        y = t
    return x


def main(n):
    total = 0
    for i in range(1, n):
        for j in range(1, n):
            total = total + gcd(i, j)
    return total
