/*
 * Machines that move over a tape of marked and unmarked cells: Wang's B-machine and the Post–Turing
 * machine. Labels, then an instruction, one a line.
 *
 *   next: right
 *         jump next if marked
 *         mark
 *
 * `MarksReader` puts a line break before the first line.
 */
grammar Marks;

program
    : (NEWLINE line)* EOF
    ;

line
    : label* instruction?
    ;

label
    : NAME ':'
    ;

instruction
    : ('left' | 'right' | 'mark' | 'erase' | 'stop')    # Simple
    | 'jump' NAME ('if' ('marked' | 'unmarked'))?       # Jump
    ;

NAME
    : [\p{L}_] [\p{L}\p{N}_]* ('-' [\p{L}\p{N}_]+)*
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
