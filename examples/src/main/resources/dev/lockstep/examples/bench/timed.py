# python3 timed.py PROGRAM.py N REPEATS: the answer of main(N) and the least CPU seconds.
import json
import runpy
import sys
import time

main = runpy.run_path(sys.argv[1])["main"]
best = float("inf")
for _ in range(int(sys.argv[3])):
    start = time.thread_time()
    answer = main(int(sys.argv[2]))
    best = min(best, time.thread_time() - start)
print(json.dumps({"answer": answer, "seconds": best, "version": sys.version.split()[0]}))
