package dev.lockstep.mu.fast;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.lockstep.grammar.mu.MuOperator;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.function.LongConsumer;

/// Writes the code of terms. An int is computed as a JVM int where it and its parts fit, else as a
/// long; and checked only where it may pass 64 bits. Recurses as deep as terms are nested.
final class TermWriter {
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final ClassDesc DIVISIONS = FunctionBody.type(FastArithmetic.class);
  private static final MethodTypeDesc LONGS = MethodTypeDesc.of(CD_long, CD_long, CD_long);

  private final CodeBuilder out;
  private final Ranges ranges;
  private final FastLocals locals;
  private final FastElements elements;

  TermWriter(CodeBuilder out, Ranges ranges, FastLocals locals) {
    this.out = out;
    this.ranges = ranges;
    this.locals = locals;
    this.elements = new FastElements(out, locals, this);
  }

  /// Leaves the value on the JVM's stack, an int as a long.
  void value(Term term) {
    switch (term.kind()) {
      case Kind.Int _ -> wide(term);
      case Kind.Bool _ -> truth(term);
      case Kind.ListOf _, Kind.Unknown _ -> list(term);
    }
  }

  /// Leaves a list.
  void list(Term term) {
    switch (term) {
      case Term.Variable(String name, Kind kind) -> locals.load(name, kind);
      case Term.Element it -> elements.read(it);
      default -> throw new IllegalArgumentException("no list: " + term);
    }
  }

  /// Leaves the index of an element, and says its type.
  ClassDesc index(Term index) {
    if (ranges.isSmall(index)) {
      small(index);
      return CD_int;
    }
    wide(index);
    return CD_long;
  }

  /// Writes elements of lists.
  FastElements elements() {
    return elements;
  }

  /// Leaves an int as a long.
  void wide(Term term) {
    switch (term) {
      case Term.Int(long value) -> out.loadConstant(value);
      case Term.Variable(String name, Kind kind) -> {
        locals.load(name, kind);
        if (locals.isSmall(name)) {
          out.i2l();
        }
      }
      case Term.Element it -> elements.read(it);
      case Term.Length _ -> {
        small(term);
        out.i2l();
      }
      case Term.Negative(Term operand) -> {
        wide(operand);
        if (fits(term)) {
          out.lneg();
        } else {
          out.invokestatic(MATH, "negateExact", MethodTypeDesc.of(CD_long, CD_long));
        }
      }
      case Term.Compound it when computedSmall(it) && !standsWide(it) -> {
        small(it);
        out.i2l();
      }
      case Term.Compound it when it.dividesByPower() -> {
        wide(it.left());
        shift(it, out::lshr, bits -> out.loadConstant(bits).land());
      }
      case Term.Compound it -> compound(it);
      case Term.Truth it -> throw new IllegalArgumentException("no int: " + it);
    }
  }

  private boolean fits(Term term) {
    return ranges.exact(term).within(Interval.LONG);
  }

  private boolean computedSmall(Term.Compound it) {
    boolean small =
        ranges.isSmall(it.left())
            && ranges.isSmall(it.right())
            && ranges.exact(it).within(Interval.INT);
    return switch (it.operator()) {
      case DIVIDE, REMAINDER -> small && (it.dividesByPower() || areNatural(it));
      default -> small;
    };
  }

  /// Whether the JVM's division of JVM ints does; a division by zero throws there too.
  private boolean areNatural(Term.Compound it) {
    return ranges.of(it.left()).isNatural() && ranges.of(it.right()).isNatural();
  }

  /// Whether a sum, a difference or a product has a part that is a long already, so that computing
  /// with JVM ints would only convert it back and forth.
  private boolean standsWide(Term term) {
    return switch (term) {
      case Term.Element _ -> true;
      case Term.Variable(String name, _) -> !locals.isSmall(name);
      case Term.Compound it ->
          switch (it.operator()) {
            case PLUS, MINUS, TIMES -> standsWide(it.left()) || standsWide(it.right());
            default -> !computedSmall(it);
          };
      default -> false;
    };
  }

  /// Whether the JVM's division does, which rounds towards zero.
  private boolean dividesNatural(Term.Compound it) {
    return it.dividesByLiteral() && ranges.of(it.left()).isNatural();
  }

  private void compound(Term.Compound it) {
    wide(it.left());
    wide(it.right());
    boolean fits = fits(it);
    switch (it.operator()) {
      case PLUS -> choose(fits, out::ladd, "addExact");
      case MINUS -> choose(fits, out::lsub, "subtractExact");
      case TIMES -> choose(fits, out::lmul, "multiplyExact");
      case DIVIDE -> divide(it, out::ldiv, "over");
      case REMAINDER -> divide(it, out::lrem, "modulo");
      default -> throw new IllegalArgumentException("no arithmetic: " + it);
    }
  }

  /// Divides what is on the stack by a power of two, rounding down.
  private void shift(Term.Compound it, Runnable right, LongConsumer mask) {
    long power = ((Term.Int) it.right()).value();
    if (it.operator() == MuOperator.DIVIDE) {
      out.loadConstant(Long.numberOfTrailingZeros(power));
      right.run();
    } else {
      mask.accept(power - 1);
    }
  }

  private void choose(boolean fits, Runnable plain, String exact) {
    if (fits) {
      plain.run();
    } else {
      out.invokestatic(MATH, exact, LONGS);
    }
  }

  private void divide(Term.Compound it, Runnable plain, String general) {
    if (dividesNatural(it)) {
      plain.run();
    } else {
      out.invokestatic(DIVISIONS, it.dividesByLiteral() ? general + "Literal" : general, LONGS);
    }
  }

  /// Leaves an int as a JVM int, which it must fit.
  void small(Term term) {
    switch (term) {
      case Term.Int(long value) -> out.loadConstant((int) value);
      case Term.Variable(String name, Kind kind) -> {
        locals.load(name, kind);
        if (!locals.isSmall(name)) {
          out.l2i();
        }
      }
      case Term.Length(Term list) -> elements.size(list);
      case Term.Compound it when computedSmall(it) && it.dividesByPower() -> {
        small(it.left());
        shift(it, out::ishr, bits -> out.loadConstant((int) bits).iand());
      }
      case Term.Compound it when computedSmall(it) -> {
        small(it.left());
        small(it.right());
        switch (it.operator()) {
          case PLUS -> out.iadd();
          case MINUS -> out.isub();
          case TIMES -> out.imul();
          case DIVIDE -> out.idiv();
          case REMAINDER -> out.irem();
          default -> throw new IllegalArgumentException("no arithmetic: " + it);
        }
      }
      case Term.Compound _, Term.Negative _, Term.Element _ -> {
        wide(term);
        out.l2i();
      }
      case Term.Truth it -> throw new IllegalArgumentException("no int: " + it);
    }
  }

  private void truth(Term term) {
    switch (term) {
      case Term.Bool(boolean value) -> out.loadConstant(value ? 1 : 0);
      case Term.Variable(String name, Kind kind) -> locals.load(name, kind);
      case Term.Element it -> elements.read(it);
      case Term.Not(Term operand) -> {
        truth(operand);
        out.iconst_1().ixor();
      }
      default -> {
        Label yes = out.newLabel();
        Label end = out.newLabel();
        jump(term, true, yes);
        out.iconst_0().goto_(end);
        out.labelBinding(yes).iconst_1().labelBinding(end);
      }
    }
  }

  /// Jumps to `to` where the term is `when`, else goes on.
  void jump(Term term, boolean when, Label to) {
    switch (term) {
      case Term.Not(Term operand) -> jump(operand, !when, to);
      case Term.Shortcut it when it.when() == when -> {
        jump(it.left(), when, to);
        jump(it.right(), when, to);
      }
      case Term.Shortcut it -> {
        Label on = out.newLabel();
        jump(it.left(), it.when(), on);
        jump(it.right(), when, to);
        out.labelBinding(on);
      }
      case Term.Comparison it -> compare(it, when, to);
      default -> {
        truth(term);
        out.branch(when ? Opcode.IFNE : Opcode.IFEQ, to);
      }
    }
  }

  private void compare(Term.Comparison it, boolean when, Label to) {
    switch (it.operands()) {
      case Kind.Int _ when ranges.isSmall(it.left()) && ranges.isSmall(it.right()) -> {
        small(it.left());
        small(it.right());
        out.branch(Comparisons.jump(it.operator(), when, true), to);
      }
      case Kind.Int _ -> {
        wide(it.left());
        wide(it.right());
        out.lcmp().branch(Comparisons.jump(it.operator(), when, false), to);
      }
      case Kind.Bool _ -> {
        truth(it.left());
        truth(it.right());
        out.branch(Comparisons.jump(it.operator(), when, true), to);
      }
      case Kind.ListOf _, Kind.Unknown _ -> {
        list(it.left());
        list(it.right());
        out.invokestatic(
            FastTypes.LIST, "same", MethodTypeDesc.of(CD_boolean, FastTypes.LIST, FastTypes.LIST));
        out.branch(it.operator() == MuOperator.EQUAL == when ? Opcode.IFNE : Opcode.IFEQ, to);
      }
    }
  }
}
