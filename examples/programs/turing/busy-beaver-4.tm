// The busy beaver with four states: on an empty tape it halts after 107 steps and leaves 13 ones.
1RB1LB_1LA0LC_1RZ1LD_1RD0RA
