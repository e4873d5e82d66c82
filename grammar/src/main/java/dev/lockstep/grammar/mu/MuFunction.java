package dev.lockstep.grammar.mu;

import java.util.List;
import java.util.Optional;

/// A function.
///
/// @param result empty where calls of it have no value
/// @param requires conditions on the parameters, checked in order when a call begins
/// @param place its name
public record MuFunction(
    String name,
    List<MuParameter> parameters,
    Optional<MuType> result,
    List<MuExpression> requires,
    MuBlock body,
    Place place) {
  public MuFunction {
    parameters = List.copyOf(parameters);
    requires = List.copyOf(requires);
  }
}
