/*
 * Deterministic pushdown automata with one stack or more: the start, what is accepted, and one rule
 * a line.
 *
 *   start open
 *   accept done
 *   open: a, - -> open, A          (reads a, pushes A)
 *   open: b, A -> close, -         (reads b, pops A)
 *   close: end, bottom -> done, -  (nothing left to read, the stack is empty)
 *
 * `PushdownReader` puts a line break before the first line. That a symbol is a single code point is
 * checked there too.
 */
grammar Pushdown;

program
    : (NEWLINE statement?)* EOF
    ;

statement
    : 'start' state                                      # StartLine
    | 'accept' state (',' state)*                        # AcceptLine
    | 'answer' 'stack'                                   # AnswerLine
    | state ':' read (',' top)+ '->' state (',' push)+   # RuleLine
    ;

state
    : NAME
    | 'start'
    | 'accept'
    | 'answer'
    | 'stack'
    | 'end'
    | 'bottom'
    ;

// What comes next in the input: `-` where it is not looked at and nothing is read.
read
    : 'end'
    | '-'
    | symbol
    ;

// What is popped: `-` where the stack is not looked at.
top
    : 'bottom'
    | '-'
    | symbol
    ;

// What is pushed, the first on top.
push
    : '-'
    | symbol+
    ;

symbol
    : NAME
    | QUOTED
    | OTHER
    ;

NAME
    : [\p{L}\p{N}_]+ ('-' [\p{L}\p{N}_]+)*
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

OTHER
    : ~[:/'",]
    ;

STRAY
    : .
    ;
