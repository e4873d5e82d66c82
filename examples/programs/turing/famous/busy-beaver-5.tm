// The busy beaver of five states (Marxen and Buntrock, 1990; proven best in 2024): it halts after
// 47,176,870 steps and leaves 4,098 ones.
1RB1LC_1RC1RB_1RD0LE_1LA1LD_1RZ0LA
