/*
 * Finite automata: start and accepting states, and one transition a line.
 *
 *   start even
 *   accept even
 *   even: 1 -> odd
 *   even: -> done       (without reading, nondeterministic automata only)
 *
 * `AutomatonReader` puts a line break before the first line. That a symbol is a single code point is
 * checked there too.
 */
grammar Automaton;

program
    : (NEWLINE statement?)* EOF
    ;

statement
    : 'start' state (',' state)*        # StartLine
    | 'accept' state (',' state)*       # AcceptLine
    | state ':' symbol? '->' state      # TransitionLine
    ;

state
    : NAME
    | 'start'
    | 'accept'
    ;

symbol
    : NAME
    | QUOTED
    | OTHER
    | ','
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
    : ~[:/'"]
    ;

STRAY
    : .
    ;
