package dev.lockstep.notation;

import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The names in an expression, and its reads in the order of evaluation.
final class MuUses {
  private final MuTypes types;
  private final MuAnchors anchors;
  private final String function;
  private final List<MuLeaf> leaves = new ArrayList<>();

  private MuUses(MuTypes types, MuAnchors anchors, String function) {
    this.types = types;
    this.anchors = anchors;
    this.function = function;
  }

  /// The names that stand anywhere but in an index that is a place relative to a variable.
  static void loose(MuExpression expression, Consumer<String> each) {
    switch (expression) {
      case MuExpression.Extended it -> throw MuBeyond.met(it);
      case MuExpression.Name it -> each.accept(it.name());
      case MuExpression.Index it -> {
        loose(it.list(), each);
        if (MuPointer.of(it.index()).isEmpty()) {
          loose(it.index(), each);
        }
      }
      case MuExpression.Call it -> it.arguments().forEach(argument -> loose(argument, each));
      case MuExpression.ListOf it -> it.elements().forEach(element -> loose(element, each));
      case MuExpression.Prefix it -> loose(it.operand(), each);
      case MuExpression.Binary it -> {
        loose(it.left(), each);
        loose(it.right(), each);
      }
      case MuExpression.Int _, MuExpression.Bool _ -> {}
    }
  }

  /// All names, in order.
  static void names(MuExpression expression, Consumer<String> each) {
    switch (expression) {
      case MuExpression.Extended it -> throw MuBeyond.met(it);
      case MuExpression.Name it -> each.accept(it.name());
      case MuExpression.Index it -> {
        names(it.list(), each);
        names(it.index(), each);
      }
      case MuExpression.Call it -> it.arguments().forEach(argument -> names(argument, each));
      case MuExpression.ListOf it -> it.elements().forEach(element -> names(element, each));
      case MuExpression.Prefix it -> names(it.operand(), each);
      case MuExpression.Binary it -> {
        names(it.left(), each);
        names(it.right(), each);
      }
      case MuExpression.Int _, MuExpression.Bool _ -> {}
    }
  }

  /// The reads of an expression, as the machine's notes list them.
  static List<MuLeaf> leaves(
      MuExpression expression, MuTypes types, MuAnchors anchors, String function) {
    MuUses uses = new MuUses(types, anchors, function);
    uses.visit(expression);
    uses.root(expression);
    return uses.leaves;
  }

  private void visit(MuExpression expression) {
    switch (expression) {
      case MuExpression.Extended it -> throw MuBeyond.met(it);
      case MuExpression.Name it -> {
        if (!types.isList(function, it.name())) {
          boolean spelt = !anchors.pointer(function, it.name());
          leaves.add(new MuLeaf(MuLeaf.Kind.VARIABLE, it.name(), List.of(), spelt));
        }
      }
      case MuExpression.Index it -> element(it);
      case MuExpression.Call it -> length(it, true);
      case MuExpression.Prefix it -> visit(it.operand());
      case MuExpression.Binary it -> {
        boolean place = MuEnds.meetsEnd(it).isPresent();
        operand(it.left(), place);
        operand(it.right(), place);
      }
      case MuExpression.Int _, MuExpression.Bool _, MuExpression.ListOf _ -> {}
    }
  }

  /// A length that is compared as a place is not spelt.
  private void operand(MuExpression expression, boolean place) {
    if (place && expression instanceof MuExpression.Call it) {
      length(it, false);
    } else {
      visit(expression);
    }
  }

  private void element(MuExpression.Index it) {
    visitIndices(it);
    if (!isList(it)) {
      leaves.add(new MuLeaf(MuLeaf.Kind.ELEMENT, base(it), indices(it), true));
    }
  }

  private void visitIndices(MuExpression.Index it) {
    if (it.list() instanceof MuExpression.Index inner) {
      visitIndices(inner);
    } else {
      visit(it.list());
    }
    visit(it.index());
  }

  private void length(MuExpression.Call it, boolean spelt) {
    MuExpression list = it.arguments().getFirst();
    visit(list);
    leaves.add(new MuLeaf(MuLeaf.Kind.LENGTH, base(list), List.of(), spelt));
  }

  /// A formula whose value is a list reads it last.
  private void root(MuExpression expression) {
    if (isList(expression)) {
      boolean spelt = !(expression instanceof MuExpression.Name);
      leaves.add(new MuLeaf(MuLeaf.Kind.LIST, base(expression), indices(expression), spelt));
    }
  }

  private boolean isList(MuExpression expression) {
    return types.of(function, expression) instanceof MuType.ListOf;
  }

  private static String base(MuExpression expression) {
    return switch (expression) {
      case MuExpression.Name it -> it.name();
      case MuExpression.Index it -> base(it.list());
      case MuExpression other ->
          throw new IllegalArgumentException("no list in a variable: " + other);
    };
  }

  private static List<MuExpression> indices(MuExpression expression) {
    List<MuExpression> indices = new ArrayList<>();
    MuExpression at = expression;
    while (at instanceof MuExpression.Index it) {
      indices.addFirst(it.index());
      at = it.list();
    }
    return indices;
  }
}
