# python3 traced.py PROGRAM.py N OUTPUT: main(N) with every line event and the frame's variables
# recorded, or written to OUTPUT as one line of JSON each where it is not `-`.
import json
import runpy
import sys
import time

main = runpy.run_path(sys.argv[1])["main"]
events = []
count = 0
output = None if sys.argv[3] == "-" else open(sys.argv[3], "w")


def trace(frame, event, _):
    global count
    if event == "line":
        count += 1
        values = {k: v for k, v in frame.f_locals.items() if type(v) is int}
        if output is None:
            events.append((frame.f_lineno, values))
        else:
            output.write(json.dumps({"line": frame.f_lineno, "values": values}) + "\n")
    return trace


start = time.process_time()
sys.settrace(trace)
main(int(sys.argv[2]))
sys.settrace(None)
if output is not None:
    output.close()
seconds = time.process_time() - start
print(json.dumps({"events": count, "seconds": seconds}))
