/*
 * One-tape Turing machines: three declarations and one rule a line.
 *
 *   blank _
 *   start right
 *   halt done
 *   right: 0 -> 1 R done
 *
 * Keywords and moves are allowed as names of states. That a symbol is a single code point is
 * checked by the reader, for a better message.
 */
grammar Turing;

program
    : statement? (NEWLINE statement?)* EOF
    ;

statement
    : 'blank' symbol                                  # BlankLine
    | 'start' state                                   # StartLine
    | 'halt' state (',' state)*                       # HaltLine
    | state ':' symbol '->' symbol move state         # RuleLine
    ;

state
    : NAME
    | MOVE
    | 'blank'
    | 'start'
    | 'halt'
    ;

symbol
    : NAME
    | MOVE
    | QUOTED
    | OTHER
    | ','
    ;

move
    : MOVE
    ;

MOVE
    : [LRN]
    ;

NAME
    : NAME_PART ('-' NAME_PART)*
    ;

fragment NAME_PART
    : [\p{L}\p{N}_]+
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

// Every other character is a symbol as it stands …
OTHER
    : ~[:/'"]
    ;

// … but for those that must be quoted; the parser says so.
STRAY
    : .
    ;
