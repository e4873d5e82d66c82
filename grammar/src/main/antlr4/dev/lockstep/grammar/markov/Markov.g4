/*
 * Markov algorithms: ordered rules on strings, a rule a line; `->.` ends the run.
 *
 *   1 -> 0|
 *   |0 -> 0||
 *   0 ->
 *
 * Blanks within a side mean nothing; what cannot stand bare is quoted.
 */
grammar Markov;

program
    : statement? (NEWLINE statement?)* EOF
    ;

statement
    : left=side ('->' | '->.') right=side
    ;

side
    : (CHARACTER | QUOTED)*
    ;

// Three quotes are the quote itself.
QUOTED
    : '\'' ~[\r\n']* '\''
    | '\'\'\''
    ;

NEWLINE
    : '\r'? '\n'
    ;

COMMENT
    : '//' ~[\r\n]* -> skip
    ;

SPACES
    : [\p{Zs}\t\f\r\uFEFF]+ -> skip
    ;

CHARACTER
    : ~[-./'" \t\r\n]
    ;
