/*
 * Turing machines: three declarations and one rule a line.
 *
 *   blank _
 *   start right
 *   halt done
 *   right: 0 -> 1 R done
 *
 * A machine of several tapes says how many, and what it does on each:
 *
 *   tapes 2
 *   copy: 0, _ -> 0, 0 R, R copy
 *   back: any, 1 -> same, 1 L, N back
 *
 * Keywords and moves are allowed as names of states. That a symbol is a single code point, and what
 * `any` and `same` stand for, is for the reader.
 */
grammar Turing;

program
    : statement? (NEWLINE statement?)* EOF
    ;

statement
    : 'blank' symbol                                  # BlankLine
    | 'start' state                                   # StartLine
    | 'halt' state (',' state)*                       # HaltLine
    | 'tapes' NAME                                    # TapesLine
    | state ':' reads '->' writes moves state         # RuleLine
    ;

// A comma is a symbol too: every other word of a list is a comma between the others.
reads
    : symbol (',' symbol)*
    ;

writes
    : symbol (',' symbol)*
    ;

moves
    : move (',' move)*
    ;

state
    : NAME
    | MOVE
    | 'blank'
    | 'start'
    | 'halt'
    | 'tapes'
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
