package dev.lockstep.markov;

import dev.lockstep.grammar.markov.MarkovProgram;
import dev.lockstep.grammar.markov.MarkovProgram.MarkovRule;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.util.List;
import java.util.Optional;

/// A Markov algorithm as a machine: a step applies the first rule whose left side occurs, where it
/// occurs first. A run halts after a terminating rule, or where no rule applies.
///
/// Input and output are texts.
public final class MarkovMachine implements Machine<MarkovConfiguration, Rewriting> {
  private final List<MarkovRule> rules;

  public MarkovMachine(MarkovProgram program) {
    this.rules = program.rules();
  }

  @Override
  public MarkovConfiguration start(Value input) {
    if (input instanceof Value.Text(String text)) {
      return new MarkovConfiguration(text, false);
    }
    throw new InputError(
        "expected a text such as \"abba\", found `" + ValueJson.print(input) + "`");
  }

  @Override
  public Next<Rewriting> next(MarkovConfiguration configuration) {
    if (configuration.ended()) {
      return new Next.Halt<>();
    }
    for (MarkovRule rule : rules) {
      int at = configuration.text().indexOf(rule.left());
      if (at >= 0) {
        return new Next.Do<>(
            new Rewriting(at, rule.left(), rule.right(), rule.last()),
            new Note(rule.place().span(), List.of()));
      }
    }
    return new Next.Halt<>();
  }

  @Override
  public MarkovConfiguration apply(MarkovConfiguration configuration, Rewriting rewriting) {
    String text = configuration.text();
    if (configuration.ended()) {
      throw new IllegalArgumentException(rewriting + " after the last step");
    }
    if (!text.startsWith(rewriting.old(), rewriting.at())) {
      throw new IllegalArgumentException(
          "there is no `" + rewriting.old() + "` at " + rewriting.at());
    }
    String after =
        text.substring(0, rewriting.at())
            + rewriting.fresh()
            + text.substring(rewriting.at() + rewriting.old().length());
    return new MarkovConfiguration(after, rewriting.last());
  }

  @Override
  public Optional<Value> output(MarkovConfiguration configuration) {
    return next(configuration) instanceof Next.Halt<Rewriting>
        ? Optional.of(Value.of(configuration.text()))
        : Optional.empty();
  }

  /// The characters of the string.
  @Override
  public long cells(MarkovConfiguration configuration) {
    return configuration.text().length();
  }
}
