/*
 * Brainfuck: eight signs, everything else is comment.
 */
grammar Brainfuck;

program
    : step* EOF
    ;

step
    : SIGN
    | '[' step* ']'
    ;

SIGN
    : [-+<>.,]
    ;

COMMENT
    : ~[-+<>.,[\]]+ -> skip
    ;
