package dev.lockstep.learn;

import dev.lockstep.machine.Language;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// What is to be learned: a machine, its layout, and the inputs whose traces teach it.
public record Lesson<C, D>(Machine<C, D> machine, Layout<C, D> layout, List<Value> inputs) {
  public Lesson {
    inputs = List.copyOf(inputs);
  }

  /// The plan's seeded inputs, of every size in turn. Throws `IllegalArgumentException` where the
  /// program has no layout, `InputError` where it takes no input.
  public static <P, C, D> Lesson<C, D> of(
      Language<P, C, D> language, P program, LearningPlan plan) {
    Layout<C, D> layout =
        language
            .layout(program)
            .orElseThrow(() -> new IllegalArgumentException("the program has no layout"));
    SplittableRandom random = new SplittableRandom(plan.seed());
    List<Value> inputs =
        IntStream.range(0, plan.inputs())
            .mapToObj(i -> language.input(program, random.split(), i % (plan.size() + 1)))
            .toList();
    return new Lesson<>(language.load(program), layout, inputs);
  }
}
