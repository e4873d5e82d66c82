def main(n):
    composite = []
    for _ in range(n):
        composite.append(False)
    count = 0
    p = 2
    while p < n:
        if not composite[p]:
            count = count + 1
            m = p * p
            while m < n:
                composite[m] = True
                m = m + p
        p = p + 1
    return count
