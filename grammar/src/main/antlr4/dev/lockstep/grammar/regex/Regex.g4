/*
 * A regular expression in the usual notation; blanks and line breaks mean nothing.
 *
 *   (0|1)* 1 [01]
 *
 * `.` is any symbol that the expression mentions; `\` takes the next character as it stands.
 */
grammar Regex;

program
    : choice EOF
    ;

choice
    : sequence ('|' sequence)*
    ;

sequence
    : repetition*
    ;

repetition
    : atom ('*' | '+' | '?')*
    ;

atom
    : (CHARACTER | ESCAPED)     # Symbol
    | SET                       # OneOf
    | '.'                       # Any
    | '(' choice ')'            # Group
    ;

ESCAPED
    : '\\' ~[\r\n]
    ;

SET
    : '[' ~[\]\r\n[]+ ']'
    ;

COMMENT
    : '//' ~[\r\n]* -> skip
    ;

SPACES
    : [\p{Zs}\t\f\r\n\uFEFF]+ -> skip
    ;

CHARACTER
    : ~[|*+?().[\]\\]
    ;
