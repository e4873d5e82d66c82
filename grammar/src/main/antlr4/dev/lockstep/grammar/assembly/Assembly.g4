/*
 * Assembler source, the same for every small processor: labels, then an instruction or a directive,
 * one statement a line.
 *
 *   loop:   subleq one, count, done     ; a comment
 *   count:  .word 10, -1, 'a', "text"
 *
 * Which instructions and directives there are, and what operands they take, is not in the grammar
 * but in the dialect.
 */
grammar Assembly;

// `AssemblyReader` puts a line break before the first line.
program
    : (NEWLINE line)* EOF
    ;

line
    : label* statement?
    ;

label
    : NAME ':'
    ;

statement
    : (DIRECTIVE | NAME) (operand (',' operand)*)?
    ;

operand
    : TEXT                                # Quoted
    | expression '(' NAME ')'             # Indexed
    | expression                          # Plain
    ;

expression
    : '-' expression                      # Minus
    | expression ('*' | '/' | '%') expression # Product
    | expression ('+' | '-') expression   # Sum
    | expression ('<' | '<=' | '==') expression # Comparison
    | NUMBER                              # Number
    | CHARACTER                           # Character
    | NAME                                # Name
    | '$'                                 # Here
    | '(' expression ')'                  # Group
    ;

NUMBER
    : [0-9]+
    | '0x' [0-9a-fA-F]+
    ;

NAME
    : [\p{L}_] [\p{L}\p{N}_]*
    ;

DIRECTIVE
    : '.' [\p{L}_] [\p{L}\p{N}_]*
    ;

CHARACTER
    : '\'' (ESCAPE | ~['\\\r\n]) '\''
    ;

TEXT
    : '"' (ESCAPE | ~["\\\r\n])* '"'
    ;

fragment ESCAPE
    : '\\' [nt0\\'"]
    ;

NEWLINE
    : '\r'? '\n'
    ;

COMMENT
    : ';' ~[\r\n]* -> skip
    ;

SPACES
    : [\p{Zs}\t\f\r\uFEFF]+ -> skip
    ;
