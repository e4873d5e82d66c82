package dev.lockstep.words;

import dev.lockstep.grammar.assembly.Image;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;

/// Inputs to run a program on. What a program makes of its input is not known, so that some shapes
/// are tried: numbers alone, counted ones, ones that end with 0.
final class WordInputs {
  /// What one trial run may cost.
  private static final Budget TRIAL = Budget.ofSteps(2_000);

  private static final int TRIALS = 6;

  private final Image image;
  private final WordRunner runner;
  private final RandomGenerator random;
  private final int size;

  WordInputs(Image image, WordRunner runner, RandomGenerator random, int size) {
    if (size < 0) {
      throw new IllegalArgumentException("a size cannot be negative: " + size);
    }
    this.image = image;
    this.runner = runner;
    this.random = random;
    this.size = size;
  }

  Value next(boolean reads) {
    if (!reads) {
      return new Value.Fields(new LinkedHashMap<>());
    }
    Value best = drawn();
    long most = worth(best);
    for (int i = 1; i < TRIALS; i++) {
      Value other = drawn();
      long value = worth(other);
      if (value > most) {
        best = other;
        most = value;
      }
    }
    return best;
  }

  private Value drawn() {
    if (image.text()) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(size + 1), 0, 10 + 26 + 3)
          .forEach(it -> text.append("0123456789abcdefghijklmnopqrstuvwxyz +-".charAt(it)));
      return Value.of(text.toString());
    }
    int shape = random.nextInt(3);
    int count = random.nextInt(Math.max(1, shape == 0 ? size + 1 : size));
    List<Value> numbers = new ArrayList<>();
    if (shape == 1) {
      numbers.add(Value.of(image.word().wrap(count)));
    }
    for (int i = 0; i < count; i++) {
      numbers.add(Value.of(number(shape == 2)));
    }
    if (shape == 2) {
      numbers.add(Value.of(0));
    }
    return new Value.Items(numbers);
  }

  private long number(boolean positive) {
    long number =
        switch (random.nextInt(6)) {
          case 0 -> random.nextInt(-100, 101);
          case 1 -> random.nextInt(0, 100);
          default -> random.nextInt(0, 16);
        };
    return image.word().wrap(positive ? Math.abs(number) + 1 : number);
  }

  /// The steps of a run that halts, less than nothing for others.
  private long worth(Value input) {
    Runner.Finish finish = runner.run(input, TRIAL, _ -> true).orElseThrow();
    return finish.ending() instanceof Ending.Halted ? finish.steps() : -1;
  }
}
