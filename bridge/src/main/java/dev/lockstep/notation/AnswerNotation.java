package dev.lockstep.notation;

import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.value.MuValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The runs of a Mu program without their traces: the question, then the answer alone. The control
/// that shows what traces are good for.
///
/// An answer that is a list is its elements and `end`, an int its digits with the least significant
/// first, each with the sign of the int, and `end`. Every token has the index of its element or
/// digit as coordinate; in sight are the tokens of question and answer at most one index away.
public final class AnswerNotation implements Notation<MuConfiguration, MuDelta> {
  /// Sizes of the relation feature: one index behind, the same, one ahead.
  private static final int RELATIONS = 3;

  private final MuLayout layout;
  private final MuWords words;
  private final Machine<MuConfiguration, MuDelta> machine;
  private final Shape shape;

  public AnswerNotation(MuCode code, Machine<MuConfiguration, MuDelta> machine) {
    this.layout = MuLayout.of(code);
    this.words = new MuWords(0);
    this.machine = machine;
    int parameters = code.parameters(MuProgram.MAIN).size();
    this.shape =
        new Shape(
            List.of(1, MuDigits.ASKED),
            List.of(words.vocabulary().size(), layout.roles(), RELATIONS, MuDigits.SEEN),
            Math.min(MuNotation.MOST_SLOTS, RELATIONS * (parameters + 1)));
  }

  @Override
  public Vocabulary vocabulary() {
    return words.vocabulary();
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public Script<MuConfiguration, MuDelta> begin(MuConfiguration start) {
    return new AnswerScript(layout, words, start);
  }

  @Override
  public List<Integer> spell(MuConfiguration before, Next<MuDelta> next, Note note) {
    return switch (next) {
      case Next.Do<MuDelta> _ -> List.of();
      case Next.Fail<MuDelta> _ -> List.of(words.fail);
      case Next.Garbled<MuDelta>(String why) ->
          throw new IllegalArgumentException("no true step: " + why);
      case Next.Halt<MuDelta>() -> answer(machine.output(before));
    };
  }

  private List<Integer> answer(Optional<Value> value) {
    List<Integer> tokens = new ArrayList<>();
    if (value.isPresent() && value.get() instanceof Value.Items(List<Value> items)) {
      items.forEach(item -> tokens.addAll(words.spell(scalar(item))));
    } else {
      value.ifPresent(it -> tokens.addAll(digits(scalar(it))));
    }
    tokens.add(words.end);
    return tokens;
  }

  /// An int digit by digit, so that each has an index of its own.
  private List<Integer> digits(MuValue value) {
    if (!(value instanceof MuValue.IntValue(BigInteger number))) {
      return words.spell(value);
    }
    String decimal = new StringBuilder(number.abs().toString()).reverse().toString();
    List<Integer> tokens = new ArrayList<>();
    for (int i = 0; i < decimal.length(); i++) {
      int digit = decimal.charAt(i) - '0';
      tokens.add(MuWords.small(number.signum() < 0 ? -digit : digit));
    }
    return tokens;
  }

  private static MuValue scalar(Value value) {
    return switch (value) {
      case Value.Int(BigInteger number) -> new MuValue.IntValue(number);
      case Value.Bool(boolean truth) -> new MuValue.BoolValue(truth);
      case Value.Items _, Value.Fields _, Value.Text _, Value.Nothing _ ->
          throw new IllegalArgumentException("an answer with lists in lists: " + value);
    };
  }

  @Override
  public Next<MuDelta> project(MuConfiguration before, Next<MuDelta> next) {
    return next instanceof Next.Fail<MuDelta>
        ? new Next.Fail<>(MuScript.fault(layout.code().at(before.position())))
        : next;
  }

  @Override
  public List<String> supplied() {
    return List.of("the index of each element or digit of question and answer");
  }
}
