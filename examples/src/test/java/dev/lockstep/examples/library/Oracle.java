package dev.lockstep.examples.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.machine.Value;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Someone else who knows what a program has to answer.
///
/// @param program its path below the folder of all programs
/// @param by what knows it, for people
/// @param judge throws `AssertionError` where the answer to the input is wrong
record Oracle(String program, String by, BiConsumer<Value, Value> judge) {

  /// There is one right answer.
  static Oracle equal(String program, String by, Function<Value, Object> right) {
    return new Oracle(
        program,
        by,
        (input, answer) -> assertThat(answer).isEqualTo(Plain.value(right.apply(input))));
  }

  static List<Oracle> all() {
    return Stream.of(
            FirstOracles.all(),
            EverydayOracles.all(),
            ListOracles.clrs(),
            GraphOracles.clrs(),
            GeometryOracles.clrs())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public String toString() {
    return program; // the name of its tests
  }
}
