package dev.lockstep.examples.gallery;

import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.machine.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Draws the inputs of one program.
///
/// @param known inputs that are known to make sense
record Drawing<P, C, D>(
    Language<P, C, D> language, P program, Machine<C, D> machine, List<Value> known, long seed) {
  private static final int FRESH = 32;
  private static final int LONGER = 16;
  private static final int DRAWS = 160; // of which the longest are taken

  Inputs all() {
    Inputs.Limits limits = Inputs.Limits.of(known);
    SplittableRandom random = new SplittableRandom(seed);
    Collection<Value> taught = new LinkedHashSet<>();
    known.stream()
        .filter(input -> Length.of(input) <= limits.size())
        .filter(input -> fits(input, limits.taughtSteps()))
        .forEach(taught::add);
    taught.addAll(upTo(limits.size(), limits.taughtSteps(), limits.taught(), random));
    Collection<Value> fresh =
        new LinkedHashSet<>(upTo(limits.size(), limits.taughtSteps(), DRAWS, random));
    fresh.removeAll(taught);
    Collection<Value> longer = new LinkedHashSet<>(longest(grown(limits, random)));
    longer.addAll(longest(drawn(limits, random)));
    longer.removeAll(taught);
    return new Inputs(
        List.copyOf(taught),
        (fresh.isEmpty() ? taught : fresh).stream().limit(FRESH).toList(),
        longer.stream().limit(LONGER).toList());
  }

  /// Of every size in turn.
  private List<Value> upTo(int size, long steps, int count, SplittableRandom random) {
    return IntStream.range(0, count)
        .mapToObj(i -> one(1 + i % size, steps, random))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<Value> longest(Collection<Value> inputs) {
    return inputs.stream().sorted(Comparator.comparingInt(Length::of).reversed()).toList();
  }

  /// Of the length aimed at or a little less, and some of less than that: `requires` may bound it.
  private Collection<Value> drawn(Inputs.Limits limits, SplittableRandom random) {
    int size = Inputs.TIMES * limits.size();
    Collection<Value> drawn = new LinkedHashSet<>();
    for (int i = 0; i < DRAWS; i++) {
      int less = i % 2 == 0 ? 1 + size / 10 : size;
      one(size - random.nextInt(less), limits.longerSteps(), random).ifPresent(drawn::add);
    }
    return drawn;
  }

  /// Long words on which the machine does its work.
  private Collection<Value> grown(Inputs.Limits limits, SplittableRandom random) {
    int size = Inputs.TIMES * limits.size();
    List<String> words =
        known.stream()
            .filter(Value.Text.class::isInstance)
            .map(input -> ((Value.Text) input).value())
            .filter(word -> !word.isEmpty())
            .toList();
    Growth growth = new Growth(word -> work(Value.of(word), limits.longerSteps()), size);
    Collection<Value> grown = new LinkedHashSet<>();
    for (int i = 0; i < LONGER && !words.isEmpty(); i++) {
      Value longer = Value.of(growth.of(words.get(i % words.size()), i, random.split()));
      if (Length.of(longer) > limits.size()) {
        grown.add(longer);
      }
    }
    return grown;
  }

  private Optional<Value> one(int size, long steps, SplittableRandom random) {
    try {
      return Optional.of(language.input(program, random.split(), size))
          .filter(input -> fits(input, steps));
    } catch (InputError _) {
      return Optional.empty(); // no input of this size
    }
  }

  private boolean fits(Value input, long steps) {
    boolean small = !Length.hasLists(input) || Length.smallInts(input);
    return small && !(end(input, steps).ending() instanceof Ending.BudgetSpent);
  }

  /// The steps of a run that halts and leaves something; less than nothing for others.
  private long work(Value input, long steps) {
    End<C> end = end(input, steps);
    boolean answers = machine.output(end.last()).filter(it -> Length.of(it) > 0).isPresent();
    return answers && end.ending() instanceof Ending.Halted ? end.steps() : -1;
  }

  private End<C> end(Value input, long steps) {
    Ends<C, D> ends = new Ends<>();
    new Interpreter<>(machine).run(machine.start(input), Budget.ofSteps(steps), ends);
    return ends.found.getFirst();
  }

  private record End<C>(Ending ending, C last, long steps) {}

  private static final class Ends<C, D> implements RunSink<C, D> {
    private final List<End<C>> found = new ArrayList<>();
    private long steps;

    @Override
    public boolean step(D delta, Note note, C after) {
      steps++;
      return true;
    }

    @Override
    public void end(Ending ending, C last) {
      found.add(new End<>(ending, last, steps));
    }
  }
}
