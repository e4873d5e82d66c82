package dev.lockstep.mu.machine;

import dev.lockstep.mu.value.MuValue;
import java.util.Optional;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// One running call.
///
/// @param position the instruction that comes next here; in a caller, where it goes on
/// @param variables parameters, variables and temporaries (`$1`, `$2`, …)
/// @param loops the hidden state of running `for` loops, by loop variable
/// @param awaits in a caller, the variable that gets the result of the call it waits for
/// @param cells the memory cells of `variables`
public record MuFrame(
    String function,
    int position,
    PMap<String, MuValue> variables,
    PMap<String, MuLoop> loops,
    Optional<String> awaits,
    long cells) {

  static MuFrame entering(String function, int position) {
    return new MuFrame(
        function, position, HashTreePMap.empty(), HashTreePMap.empty(), Optional.empty(), 0);
  }

  MuFrame at(int next) {
    return new MuFrame(function, next, variables, loops, awaits, cells);
  }

  MuFrame bind(String variable, MuValue value) {
    MuValue old = variables.get(variable);
    long change = value.cells() - (old == null ? 0 : old.cells());
    return new MuFrame(
        function, position, variables.plus(variable, value), loops, awaits, cells + change);
  }

  MuFrame loop(String variable, MuLoop state) {
    return new MuFrame(function, position, variables, loops.plus(variable, state), awaits, cells);
  }

  /// Without the loop of `variable`, and without the variable where it had a value.
  MuFrame endLoop(String variable) {
    MuValue old = variables.get(variable);
    return new MuFrame(
        function,
        position,
        variables.minus(variable),
        loops.minus(variable),
        awaits,
        cells - (old == null ? 0 : old.cells()));
  }

  MuFrame await(Optional<String> result) {
    return new MuFrame(function, position, variables, loops, result, cells);
  }

  /// `gcd@4 x=3 y=6`: the function, the position, the variables by name.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(function + "@" + position);
    new TreeMap<>(variables)
        .forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    return text.toString();
  }
}
