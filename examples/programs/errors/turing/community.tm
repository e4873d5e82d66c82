// One row is too short, one state unknown, one symbol too large.
1RB2LX_1LA0LC_1RZ
