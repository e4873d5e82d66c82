def safe(columns, row, column):
    for r in range(row):
        c = columns[r]
        if c == column or c - column == row - r or column - c == row - r:
            return False
    return True


def place(columns, row, n):
    if row == n:
        return 1
    ways = 0
    for column in range(n):
        if safe(columns, row, column):
            columns[row] = column
            ways = ways + place(columns, row + 1, n)
    return ways


def main(n):
    columns = []
    for i in range(n):
        columns.append(0)
    return place(columns, 0, n)
