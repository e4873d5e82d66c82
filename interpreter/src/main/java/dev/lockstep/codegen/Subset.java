package dev.lockstep.codegen;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.assembly.Word;
import dev.lockstep.grammar.mu.MuBlock;
import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.grammar.mu.MuStatement;
import dev.lockstep.grammar.mu.MuType;
import dev.lockstep.grammar.mu.Place;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What of Mu the compilers leave out: lists, and numbers that do not fit into a word.
final class Subset {
  private static final String INSTEAD = "Keep to `int` and `bool`, or run it with `lockstep run`.";

  private final Word word;
  private final List<Diagnostic> errors = new ArrayList<>();

  private final MuProgram program;

  private Subset(Word word, MuProgram program) {
    this.word = word;
    this.program = program;
  }

  /// Everything in `program` that cannot be compiled, in order of place.
  static List<Diagnostic> errors(MuProgram program, Word word) {
    Subset subset = new Subset(word, program);
    program.functions().forEach(subset::check);
    subset.errors.sort(Comparator.comparingInt(error -> error.span().start()));
    return subset.errors;
  }

  private void check(MuFunction function) {
    function.parameters().forEach(it -> check(it.type(), it.place()));
    function.result().ifPresent(type -> check(type, function.place()));
    function.requires().forEach(this::check);
    function.ensures().forEach(it -> refuse("`ensures`", it.place()));
    check(function.body());
  }

  private void check(MuType type, Place place) {
    switch (type) {
      case MuType.Int _, MuType.Bool _ -> {}
      case MuType.ListOf _ -> refuse("the list type `" + type.print() + "`", place);
      case MuType.Extended _ -> refuse("the type `" + type.print() + "`", place);
    }
  }

  private void check(MuBlock block) {
    block.statements().forEach(this::check);
  }

  private void check(MuStatement statement) {
    switch (statement) {
      case MuStatement.Declare it -> {
        it.type().ifPresent(type -> check(type, it.namePlace()));
        check(it.value());
      }
      case MuStatement.Assign it -> check(it.value());
      case MuStatement.SetElement it -> refuse("an element of a list", it.place());
      case MuStatement.If it -> {
        check(it.condition());
        check(it.then());
        it.otherwise().ifPresent(this::check);
      }
      case MuStatement.While it -> {
        it.invariants().forEach(clause -> refuse("`invariant`", clause.place()));
        check(it.condition());
        check(it.body());
      }
      case MuStatement.Walk it -> {
        refuse("a loop over a list", it.namePlace());
        check(it.body());
      }
      case MuStatement.Count it -> {
        it.invariants().forEach(clause -> refuse("`invariant`", clause.place()));
        check(it.from());
        check(it.to());
        check(it.body());
      }
      case MuStatement.Return it -> it.value().ifPresent(this::check);
      case MuStatement.Assert it -> check(it.condition());
      case MuStatement.Print it -> check(it.value());
      case MuStatement.Do it -> check(it.call());
      case MuStatement.Extended it -> refuse("this statement", it.place());
    }
  }

  private void check(MuExpression expression) {
    switch (expression) {
      case MuExpression.Int it -> number(it.value(), it.place());
      case MuExpression.Prefix(var sign, MuExpression.Int it, _)
          when sign == MuExpression.Sign.MINUS ->
          number(it.value().negate(), it.place());
      case MuExpression.Bool _, MuExpression.Name _ -> {}
      case MuExpression.ListOf it -> refuse("a list", it.place());
      case MuExpression.Index it -> refuse("an element of a list", it.place());
      case MuExpression.Call it when MuBuiltin.of(it.function()).isPresent() ->
          refuse("`" + it.function() + "` works on lists and", it.place());
      case MuExpression.Call it when program.function(it.function()).isEmpty() ->
          refuse("`" + it.function() + "`, a function of the library,", it.place());
      case MuExpression.Call it -> it.arguments().forEach(this::check);
      case MuExpression.Binary it when it.operator() == MuOperator.IN -> refuse("`in`", it.place());
      case MuExpression.Extended it -> refuse("this expression", it.place());
      case MuExpression.Prefix it -> check(it.operand());
      case MuExpression.Binary it -> {
        check(it.left());
        check(it.right());
      }
    }
  }

  private void number(BigInteger value, Place place) {
    if (value.bitLength() >= word.bits()) {
      errors.add(
          Diagnostic.error(
              place.span(),
              "`" + value + "` does not fit into " + word.bits() + " bits",
              "Compile to wider words with --width."));
    }
  }

  private void refuse(String what, Place place) {
    errors.add(Diagnostic.error(place.span(), what + " cannot be compiled", INSTEAD));
  }
}
