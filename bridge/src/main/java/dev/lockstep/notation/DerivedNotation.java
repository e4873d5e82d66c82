package dev.lockstep.notation;

import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import java.util.List;
import java.util.Optional;

/// The runs of a program of any language in tokens: each step is its delta's JSON, in pieces, and
/// `end`. A run ends with `halt`, or with `fail`, whose message no token says.
///
/// In sight of a token are the last tokens of its step, the first ones of the step before, and both
/// ends of the configuration as it prints itself. That is finite, and in general not enough to know
/// the next token: a network trained on it is measured, never certified.
public final class DerivedNotation<C, D> implements Notation<C, D> {
  /// Tokens in sight of each kind: of this step, of the step before, of either end of the
  /// configuration.
  static final int SEEN = 16;

  // Relations: how a slot stands to the next token.
  static final int NOW = 0; // counted back from the next token
  static final int BEFORE = 1; // counted from the step's first token
  static final int HEAD = 2; // counted from the configuration's first
  static final int TAIL = 3; // counted back from its last
  static final int RELATIONS = 4;

  /// How far the place in a step is told apart.
  static final int ROLES = 32;

  private final Machine<C, D> machine;
  private final DeltaJson<D> json;
  private final DerivedWords words;
  private final Shape shape;

  /// @param machine asked for `apply` only
  /// @param samples deltas whose pieces become tokens of their own; others are spelt by letters
  public DerivedNotation(Machine<C, D> machine, DeltaJson<D> json, List<D> samples) {
    this.machine = machine;
    this.json = json;
    this.words = new DerivedWords(samples.stream().map(json::write).toList());
    this.shape =
        new Shape(
            List.of(ROLES), List.of(words.vocabulary().size(), RELATIONS, SEEN), RELATIONS * SEEN);
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
  public Script<C, D> begin(C start) {
    return new DerivedScript<>(machine, json, words, start);
  }

  @Override
  public List<Integer> spell(C before, Next<D> next, Note note) {
    return switch (next) {
      case Next.Halt<D>() -> List.of(words.halt());
      case Next.Fail<D> _ -> List.of(words.fail());
      case Next.Garbled<D>(String why) ->
          throw new IllegalArgumentException("no true step: " + why);
      case Next.Do<D>(D delta, _) -> words.spellStep(json.write(delta).toString());
    };
  }

  /// Of a fault, tokens say only that there is one.
  @Override
  public Next<D> project(C before, Next<D> next) {
    return next instanceof Next.Fail<D> ? new Next.Fail<>(failed()) : next;
  }

  static Fault failed() {
    return new Fault("the program fails", Optional.empty(), Optional.empty());
  }

  @Override
  public List<String> supplied() {
    return List.of(
        "the configuration, and which of its letters are first and last",
        "the form of a delta: a step that is no delta of the language is refused");
  }
}
