package dev.lockstep.notation;

import dev.lockstep.grammar.mu.MuBlock;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuStatement;
import dev.lockstep.grammar.mu.MuType;
import dev.lockstep.mu.code.Formula;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.code.MuInstruction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The types of all variables of a program, temporaries included, function by function.
final class MuTypes {
  private static final MuType INT = new MuType.Int();
  private static final MuType BOOL = new MuType.Bool();
  private static final MuType LIST = new MuType.ListOf(INT);

  private final MuCode code;
  private final Map<String, Map<String, MuType>> types = new HashMap<>();

  MuTypes(MuCode code) {
    this.code = code;
    for (MuFunction function : code.program().functions()) {
      Map<String, MuType> own = new HashMap<>();
      function.parameters().forEach(it -> own.put(it.name(), it.type()));
      declared(function.body(), own);
      types.put(function.name(), own);
    }
    // A variable is written before it is read, in the order of sites.
    code.instructions().forEach(this::define);
  }

  /// The type of a variable; that of an int where it is never written.
  MuType of(String function, String variable) {
    return types.get(function).getOrDefault(variable, INT);
  }

  boolean isList(String function, String variable) {
    return of(function, variable) instanceof MuType.ListOf;
  }

  MuType of(String function, MuExpression expression) {
    return switch (expression) {
      case MuExpression.Extended it -> throw MuBeyond.met(it);
      case MuExpression.Int _ -> INT;
      case MuExpression.Bool _ -> BOOL;
      case MuExpression.Name it -> of(function, it.name());
      case MuExpression.ListOf _ -> LIST;
      case MuExpression.Index it ->
          of(function, it.list()) instanceof MuType.ListOf(MuType element) ? element : INT;
      case MuExpression.Call _ -> INT; // a formula calls nothing but `len`
      case MuExpression.Prefix it ->
          switch (it.sign()) {
            case MINUS -> INT;
            case NOT -> BOOL;
          };
      case MuExpression.Binary it ->
          switch (it.operator()) {
            case PLUS, MINUS, TIMES, DIVIDE, REMAINDER -> INT;
            case OR, AND, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, IN ->
                BOOL;
          };
    };
  }

  MuType of(String function, Formula formula) {
    return of(function, formula.expression());
  }

  private void define(MuInstruction instruction) {
    String function = instruction.origin().function();
    Map<String, MuType> own = types.get(function);
    switch (instruction) {
      case MuInstruction.Extended it -> throw MuBeyond.met(it);
      case MuInstruction.Bind it -> own.putIfAbsent(it.variable(), of(function, it.value()));
      case MuInstruction.NewList it ->
          own.putIfAbsent(
              it.variable(),
              it.elements().isEmpty()
                  ? LIST
                  : new MuType.ListOf(of(function, it.elements().getFirst())));
      case MuInstruction.Pop it ->
          it.variable().ifPresent(name -> own.putIfAbsent(name, element(function, it.list())));
      case MuInstruction.StartRange it -> own.putIfAbsent(it.variable(), INT);
      case MuInstruction.StartWalk it ->
          own.putIfAbsent(it.variable(), element(function, it.list()));
      case MuInstruction.Call it ->
          it.variable()
              .ifPresent(
                  name ->
                      own.putIfAbsent(
                          name,
                          code.program()
                              .function(it.function())
                              .flatMap(MuFunction::result)
                              .orElse(INT)));
      case MuInstruction.SetElement _,
          MuInstruction.Push _,
          MuInstruction.Branch _,
          MuInstruction.Turn _,
          MuInstruction.Return _,
          MuInstruction.Print _,
          MuInstruction.Assert _,
          MuInstruction.Require _ -> {}
    }
  }

  private MuType element(String function, Formula list) {
    return of(function, list) instanceof MuType.ListOf(MuType element) ? element : INT;
  }

  private static void declared(MuBlock block, Map<String, MuType> own) {
    for (MuStatement statement : block.statements()) {
      switch (statement) {
        case MuStatement.Extended _ -> {} // declares no variable that tokens spell
        case MuStatement.Declare it -> it.type().ifPresent(type -> own.put(it.name(), type));
        case MuStatement.If it -> {
          declared(it.then(), own);
          it.otherwise().ifPresent(otherwise -> declared(otherwise, own));
        }
        case MuStatement.While it -> declared(it.body(), own);
        case MuStatement.Walk it -> declared(it.body(), own);
        case MuStatement.Count it -> declared(it.body(), own);
        case MuStatement.Assign _,
            MuStatement.SetElement _,
            MuStatement.Return _,
            MuStatement.Assert _,
            MuStatement.Print _,
            MuStatement.Do _ -> {}
      }
    }
  }

  /// The formulas of an instruction, in the order of evaluation.
  static List<Formula> formulas(MuInstruction instruction) {
    return switch (instruction) {
      case MuInstruction.Extended it -> throw MuBeyond.met(it);
      case MuInstruction.Bind it -> List.of(it.value());
      case MuInstruction.NewList it -> it.elements();
      case MuInstruction.SetElement it -> List.of(it.list(), it.index(), it.value());
      case MuInstruction.Push it -> List.of(it.list(), it.value());
      case MuInstruction.Pop it -> List.of(it.list());
      case MuInstruction.Branch it -> List.of(it.condition());
      case MuInstruction.StartRange it -> List.of(it.from(), it.to());
      case MuInstruction.StartWalk it -> List.of(it.list());
      case MuInstruction.Turn _ -> List.of();
      case MuInstruction.Call it -> it.arguments();
      case MuInstruction.Return it -> it.value().map(List::of).orElse(List.of());
      case MuInstruction.Print it -> List.of(it.value());
      case MuInstruction.Assert it -> List.of(it.condition());
      case MuInstruction.Require it -> List.of(it.condition());
    };
  }
}
