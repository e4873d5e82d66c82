package dev.lockstep.tag;

import dev.lockstep.grammar.tag.TagProgram;
import dev.lockstep.grammar.tag.TagProgram.TagRule;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.pcollections.PVector;

/// A tag or lag system as a machine. A lag system is autoregressive: what its window of `read`
/// symbols says is written at the end, and the window moves on by one.
///
/// The input is a word as text, its symbols with blanks between them, or without where each is one
/// character. A run halts where the word is shorter than what a step reads or deletes, or a halting
/// symbol stands first; then the output is the word.
public final class TagMachine implements Machine<TagConfiguration, Turn> {
  private final TagProgram program;
  private final Set<String> symbols;
  private final Map<List<String>, TagRule> rules = new HashMap<>();

  public TagMachine(TagProgram program) {
    this.program = program;
    this.symbols = new HashSet<>(program.symbols());
    program.rules().forEach(rule -> rules.put(rule.left(), rule));
  }

  @Override
  public TagConfiguration start(Value input) {
    if (!(input instanceof Value.Text(String text))) {
      String first = program.rules().getFirst().left().getFirst();
      throw new InputError(
          "expected a word such as \"%s %s\", found `%s`"
              .formatted(first, first, ValueJson.print(input)));
    }
    List<String> word =
        text.isBlank()
            ? List.of()
            : symbols.containsAll(letters(text))
                ? letters(text)
                : List.of(text.strip().split(" +"));
    for (int i = 0; i < word.size(); i++) {
      if (!symbols.contains(word.get(i))) {
        throw new InputError(
            "`%s`, symbol %d of the word, stands in no rule".formatted(word.get(i), i + 1));
      }
    }
    return TagConfiguration.of(word);
  }

  private static List<String> letters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  private boolean over(PVector<String> word) {
    return word.size() < Math.max(program.read(), program.delete())
        || program.halts().contains(word.get(0));
  }

  @Override
  public Next<Turn> next(TagConfiguration configuration) {
    PVector<String> word = configuration.word();
    if (over(word)) {
      return new Next.Halt<>();
    }
    List<String> front = front(word, program.read());
    TagRule rule = rules.get(front);
    if (rule == null) {
      return new Next.Fail<>(noRule(front));
    }
    List<String> deleted = front(word, program.delete());
    return new Next.Do<>(new Turn(deleted, rule.right()), new Note(rule.place().span(), List.of()));
  }

  /// Symbol by symbol: a persistent vector's `subList` is linear in what it leaves out.
  private static List<String> front(PVector<String> word, int count) {
    return IntStream.range(0, count).mapToObj(word::get).toList();
  }

  private static Fault noRule(List<String> front) {
    String left = String.join(" ", front);
    return new Fault(
        "no rule for `" + left + "`",
        Optional.empty(),
        Optional.of("Add a rule `" + left + " -> …`, or `halt " + front.getFirst() + "`."));
  }

  @Override
  public TagConfiguration apply(TagConfiguration configuration, Turn turn) {
    PVector<String> word = configuration.word();
    if (over(word)) {
      throw new IllegalArgumentException("`" + turn + "` after the halt");
    }
    if (!turn.deleted().equals(front(word, program.delete()))) {
      throw new IllegalArgumentException(
          "the word does not begin with `" + String.join(" ", turn.deleted()) + "`");
    }
    for (String symbol : turn.written()) {
      if (!symbols.contains(symbol)) {
        throw new IllegalArgumentException("the program has no symbol `" + symbol + "`");
      }
    }
    for (int i = 0; i < program.delete(); i++) {
      word = word.minus(0);
    }
    return new TagConfiguration(word.plusAll(turn.written()));
  }

  @Override
  public Optional<Value> output(TagConfiguration configuration) {
    return over(configuration.word())
        ? Optional.of(Value.of(configuration.toString()))
        : Optional.empty();
  }

  /// Symbols of the word.
  @Override
  public long cells(TagConfiguration configuration) {
    return configuration.word().size();
  }
}
