/*
 * Cellular automata of two states: a rule in the field's notation, and the board's boundary.
 *
 *   rule B3/S23           (outer-totalistic, on a plane)
 *   boundary torus 64x64
 *
 *   rule 110              (by number, on a row)
 *   boundary open
 *   steps 30
 */
grammar Cellular;

program
    : statement? (NEWLINE statement?)* EOF
    ;

statement
    : 'rule' number                             # RuleLine
    | 'radius' NUMBER                           # RadiusLine
    | 'boundary' ('open' | 'torus' size)        # BoundaryLine
    | 'steps' NUMBER                            # StepsLine
    ;

number
    : NUMBER
    | BORN_SURVIVES
    ;

size
    : NUMBER
    | AREA
    ;

NUMBER
    : DIGIT+
    ;

AREA
    : DIGIT+ 'x' DIGIT+
    ;

BORN_SURVIVES
    : [Bb] [0-8]* '/' [Ss] [0-8]*
    ;

WORD
    : [\p{L}\p{N}_/]+
    ;

fragment DIGIT
    : [0-9]
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
