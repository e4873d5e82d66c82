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

/// A tag, lag or normal system as a machine. A lag system is autoregressive: what its window of
/// `read` symbols says is written at the end, and the window moves on by one.
///
/// The input is a word as text, its symbols with blanks between them, or without where each is one
/// character. A run halts where the word is shorter than what a step reads or deletes (in a normal
/// system: where it ends within the left side of a rule), or a halting symbol stands first; then
/// the output is the word.
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
    return word.isEmpty() || program.halts().contains(word.get(0)) || endsEarly(word);
  }

  private boolean endsEarly(PVector<String> word) {
    if (!program.normal()) {
      return word.size() < Math.max(program.read(), program.delete());
    }
    return word.size() < program.read()
        && ruleFor(word).isEmpty()
        && program.rules().stream()
            .anyMatch(
                rule ->
                    rule.left().size() > word.size()
                        && rule.left().subList(0, word.size()).equals(front(word, word.size())));
  }

  /// The rule whose left side the word begins with.
  private Optional<TagRule> ruleFor(PVector<String> word) {
    int least = program.normal() ? 1 : program.read();
    for (int length = least; length <= Math.min(program.read(), word.size()); length++) {
      TagRule rule = rules.get(front(word, length));
      if (rule != null) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  @Override
  public Next<Turn> next(TagConfiguration configuration) {
    PVector<String> word = configuration.word();
    if (over(word)) {
      return new Next.Halt<>();
    }
    Optional<TagRule> found = ruleFor(word);
    if (found.isEmpty()) {
      return new Next.Fail<>(noRule(front(word, Math.min(program.read(), word.size()))));
    }
    TagRule rule = found.get();
    List<String> deleted = program.normal() ? rule.left() : front(word, program.delete());
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
    int count = turn.deleted().size();
    boolean fits =
        program.normal() ? count >= 1 && count <= program.read() : count == program.delete();
    if (!fits || count > word.size() || !turn.deleted().equals(front(word, count))) {
      throw new IllegalArgumentException(
          "the word does not begin with `" + String.join(" ", turn.deleted()) + "`");
    }
    for (String symbol : turn.written()) {
      if (!symbols.contains(symbol)) {
        throw new IllegalArgumentException("the program has no symbol `" + symbol + "`");
      }
    }
    for (int i = 0; i < count; i++) {
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
