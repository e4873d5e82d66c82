// Mu, the mini language. No actions: `MuReader` makes the tree.
//
// Every choice is made by one token of lookahead, so that reading takes linear time. Precedence is
// not in the grammar but in `MuOperator`. `Newlines` drops the line breaks that end no statement
// before the parser sees them.
grammar Mu;

program
    : (function | separator)* EOF
    ;

function
    : 'fn' NAME '(' (parameter (',' parameter)*)? ')' ('->' type)? requirement* block
    ;

parameter
    : NAME ':' type
    ;

requirement
    : 'requires' expression
    ;

type
    : NAME
    | '[' type ']'
    ;

block
    : '{' line (separator line)* '}'
    ;

line
    : statement?
    ;

separator
    : NEWLINE
    | ';'
    ;

statement
    : ('let' | 'var') NAME (':' type)? '=' expression   # declaration
    | choice                                            # branching
    | 'while' expression block                          # repetition
    | 'for' NAME 'in' expression ('..' expression)? block # loop
    | 'return' expression?                              # return
    | 'assert' expression                               # assertion
    | 'print' expression                                # output
    | expression ('=' expression)?                      # plain
    ;

choice
    : 'if' expression block ('else' (choice | block))?
    ;

expression
    : operand (operator operand)*
    ;

operator
    : '||'
    | '&&'
    | '=='
    | '!='
    | '<'
    | '<='
    | '>'
    | '>='
    | '+'
    | '-'
    | '*'
    | '/'
    | '%'
    ;

operand
    : prefix* primary suffix*
    ;

prefix
    : '-'
    | '!'
    ;

primary
    : NUMBER              # number
    | ('true' | 'false')  # truth
    | NAME arguments?     # named
    | '[' expressions? ']' # list
    | '(' expression ')'  # group
    ;

arguments
    : '(' expressions? ')'
    ;

expressions
    : expression (',' expression)*
    ;

suffix
    : '[' expression ']'
    ;

NUMBER
    : [0-9]+
    ;

NAME
    : [a-zA-Z_] [a-zA-Z_0-9]*
    ;

NEWLINE
    : '\r'? '\n'
    ;

COMMENT
    : '//' ~[\r\n]* -> skip
    ;

SPACE
    : [ \t\r\f\uFEFF]+ -> skip
    ;
