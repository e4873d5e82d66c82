// Mu, the mini language. No actions: `MuReader` makes the tree.
//
// Every choice is made by one token of lookahead, so that reading takes linear time. Precedence is
// not in the grammar but in `MuOperator`. `Newlines` drops the line breaks that end no statement
// before the parser sees them.
grammar Mu;

program
    : (function | record | test | importing | separator)* EOF
    ;

importing
    : 'import' STRING
    ;

record
    : 'record' NAME '{' fieldLine ((',' | separator) fieldLine)* '}'
    ;

fieldLine
    : parameter?
    ;

test
    : 'test' STRING block
    ;

function
    : 'fn' name '(' (parameter (',' parameter)*)? ')' ('->' type)? contract* block
    ;

parameter
    : name ':' type
    ;

contract
    : ('requires' | 'ensures') expression
    ;

type
    : plainType '?'*
    ;

plainType
    : NAME
    | '[' type ']'
    | '(' type (',' type)+ ')'
    | '{' type (':' type)? '}'
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
    : ('let' | 'var') binding (':' type)? '=' expression          # declaration
    | choice                                                      # branching
    | 'match' expression '{' armLine ((',' | separator) armLine)* '}' # matching
    | 'while' expression invariant* block                         # repetition
    | 'for' binding 'in' expression ('..' expression)? invariant* block # loop
    | 'break'                                                     # break
    | 'continue'                                                  # continue
    | 'return' expression?                                        # return
    | 'assert' expression                                         # assertion
    | 'print' expression                                          # output
    | lead (operator operand)* (assignment expression)?           # plain
    ;

invariant
    : 'invariant' expression
    ;

choice
    : 'if' expression block ('else' (choice | block))?
    ;

armLine
    : (pattern guard? '=>' (block | statement))?
    ;

guard
    : 'if' expression
    ;

binding
    : name
    | '(' binding (',' binding)* ')'
    ;

assignment
    : '='
    | '+='
    | '-='
    | '*='
    | '/='
    | '%='
    ;

pattern
    : '-'? NUMBER                                            # numberPattern
    | STRING                                                 # textPattern
    | ('true' | 'false')                                     # truthPattern
    | 'none'                                                 # nonePattern
    | name ('(' fieldPattern (',' fieldPattern)* ')')?       # namePattern
    | '(' pattern (',' pattern)* ')'                         # tuplePattern
    ;

fieldPattern
    : pattern (':' pattern)?
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
    | 'in'
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

// The first operand of a statement: `if`, `match` and `{` begin other things there.
lead
    : prefix+ primary suffix*
    | simple suffix*
    ;

primary
    : simple
    | '{' (entry (',' entry)*)? '}'
    | conditional
    | 'match' expression '{' valueArm ((',' | separator) valueArm)* '}'
    ;

simple
    : NUMBER                # number
    | STRING                # text
    | ('true' | 'false')    # truth
    | 'none'                # none
    | name arguments?       # named
    | '[' expressions? ']'  # list
    | '(' expressions ')'   # group
    ;

conditional
    : 'if' expression branch 'else' (conditional | branch)
    ;

branch
    : '{' separator* expression separator* '}'
    ;

valueArm
    : (pattern guard? '=>' expression)?
    ;

arguments
    : '(' (argument (',' argument)*)? ')'
    ;

argument
    : expression (':' expression)?
    ;

expressions
    : expression (',' expression)*
    ;

entry
    : expression (':' expression)?
    ;

suffix
    : '[' expression ']'
    | '.' (NUMBER | name)
    | 'with' arguments
    ;

// A name; the words that only begin a part of a file are names elsewhere.
name
    : NAME
    | 'import'
    | 'record'
    | 'test'
    ;

STRING
    : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"'
    ;

UNCLOSED
    : '"' (~["\\\r\n] | '\\' ~[\r\n])*
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
