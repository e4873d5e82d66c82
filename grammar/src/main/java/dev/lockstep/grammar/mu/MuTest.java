package dev.lockstep.grammar.mu;

import java.util.List;
import java.util.Optional;

/// `test "name" { … }`: statements that are run to see whether they end without a fault.
///
/// @param place its name
public record MuTest(String name, MuBlock body, Place place) {
  /// The test as a function without parameters, whose name no other function has.
  public MuFunction asFunction() {
    return new MuFunction(
        "test " + TextLiteral.write(name),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        body,
        place);
  }
}
