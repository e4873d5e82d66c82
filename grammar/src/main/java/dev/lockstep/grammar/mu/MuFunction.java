package dev.lockstep.grammar.mu;

import java.util.List;
import java.util.Optional;

/// A function.
///
/// @param result empty where calls of it have no value
/// @param requires conditions on the parameters, checked in order when a call begins
/// @param ensures conditions on the parameters and `result`, checked in order when a call ends
/// @param place its name
public record MuFunction(
    String name,
    List<MuParameter> parameters,
    Optional<MuType> result,
    List<MuExpression> requires,
    List<MuExpression> ensures,
    MuBlock body,
    Place place) {
  /// What a function gives back, in its `ensures` clauses.
  public static final String RESULT = "result";

  public MuFunction {
    parameters = List.copyOf(parameters);
    requires = List.copyOf(requires);
    ensures = List.copyOf(ensures);
  }
}
