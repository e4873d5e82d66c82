def word(n, first):
    xs = []
    seed = first
    for i in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        xs.append(seed // 65536 % 4)
    return xs


def main(n):
    a = word(n, 1)
    b = word(n, 2)
    above = []
    for i in range(n + 1):
        above.append(0)
    for i in range(n):
        here = [0]
        for j in range(n):
            if a[i] == b[j]:
                here.append(above[j] + 1)
            elif above[j + 1] > here[j]:
                here.append(above[j + 1])
            else:
                here.append(here[j])
        above = here
    return above[n]
