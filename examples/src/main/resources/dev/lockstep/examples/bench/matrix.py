def main(n):
    a = []
    for i in range(n):
        row = []
        for j in range(n):
            row.append((i * 7 + j * 3) % 10)
        a.append(row)
    total = 0
    for i in range(n):
        row = a[i]
        for j in range(n):
            dot = 0
            for k in range(n):
                dot = dot + row[k] * a[k][j]
            total = total + dot
    return total
