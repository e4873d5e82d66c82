/*
 * Tag systems and lag systems: rules on the first symbols of a word, which is read at its front and
 * written at its end. Symbols are words with blanks between them.
 *
 *   delete 2              (a tag system: one symbol is read, two are deleted)
 *   a -> b c
 *   b -> a
 *
 *   read 2                (a lag system: two symbols are read, one is deleted)
 *   0 1 -> 1
 *   halt H
 *
 *   normal                (a normal system: a rule deletes what it reads, be it one symbol or more)
 *   a -> a
 *   e a -> a a f
 */
grammar Tag;

program
    : statement? (NEWLINE statement?)* EOF
    ;

// A rule may begin with a word that is a keyword elsewhere: the arrow decides.
statement
    : symbol+ '->' symbol*                      # RuleLine
    | 'read' SYMBOL                             # ReadLine
    | 'delete' SYMBOL                           # DeleteLine
    | 'halt' symbol+                            # HaltLine
    | 'normal'                                  # NormalLine
    ;

symbol
    : SYMBOL
    | 'read'
    | 'delete'
    | 'halt'
    | 'normal'
    ;

SYMBOL
    : (~[\p{Zs}\t\r\n\f/"'\uFEFF])+
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
