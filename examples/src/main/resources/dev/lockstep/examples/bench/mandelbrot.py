def main(n):
    inside = 0
    for row in range(n):
        for column in range(n):
            cr = column * 12288 // n - 8192
            ci = row * 8192 // n - 4096
            zr = 0
            zi = 0
            turns = 0
            while turns < 50 and zr * zr + zi * zi < 67108864:
                t = (zr * zr - zi * zi) // 4096 + cr
                zi = 2 * zr * zi // 4096 + ci
                zr = t
                turns = turns + 1
            if turns == 50:
                inside = inside + 1
    return inside
