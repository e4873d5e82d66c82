package dev.lockstep.tag;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Problem;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.format.Style;
import dev.lockstep.grammar.tag.TagPrinter;
import dev.lockstep.grammar.tag.TagProblem;
import dev.lockstep.grammar.tag.TagProgram;
import dev.lockstep.grammar.tag.TagProgram.TagRule;
import dev.lockstep.grammar.tag.TagReader;
import dev.lockstep.grammar.tag.TagStyle;
import dev.lockstep.grammar.tag.TagWarnings;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tag systems, lag systems and normal systems, the language of `.tag` files.
public final class TagLanguage implements Language<TagProgram, TagConfiguration, Turn> {
  private static final List<String> SYMBOLS = List.of("a", "b", "c", "read", "x1", "é");

  @Override
  public String name() {
    return "tag";
  }

  @Override
  public String suffix() {
    return "tag";
  }

  @Override
  public String description() {
    return "tag, lag and normal systems (Post, Wang): rules read a word's front and write at its end";
  }

  @Override
  public TagProgram parse(Source source) {
    return TagReader.read(source);
  }

  @Override
  public List<Diagnostic> warnings(TagProgram program) {
    return TagWarnings.of(program);
  }

  @Override
  public List<Problem> problems() {
    return List.of(TagProblem.values());
  }

  @Override
  public Optional<Style> style() {
    return Optional.of(new TagStyle());
  }

  @Override
  public String print(TagProgram program) {
    return TagPrinter.print(program);
  }

  @Override
  public Machine<TagConfiguration, Turn> load(TagProgram program) {
    return new TagMachine(program);
  }

  @Override
  public DeltaJson<Turn> deltaJson() {
    return new TurnJson();
  }

  /// A word of at most `size` symbols that begin a rule's left side.
  @Override
  public Value input(TagProgram program, RandomGenerator random, int size) {
    List<String> symbols =
        program.rules().stream().flatMap(rule -> rule.left().stream()).distinct().toList();
    return Value.of(
        Stream.generate(() -> symbols.get(random.nextInt(symbols.size())))
            .limit(random.nextInt(size + 1))
            .collect(Collectors.joining(" ")));
  }

  @Override
  public TagProgram sample(RandomGenerator random, int size) {
    boolean normal = random.nextInt(4) == 0;
    int read = 1 + random.nextInt(2);
    int symbols = Math.clamp(size, 2, SYMBOLS.size());
    List<String> halts = random.nextInt(3) == 0 ? List.of("H") : List.of();
    Map<List<String>, TagRule> rules = new LinkedHashMap<>();
    for (int i = 0; i < Math.max(1, Math.min(size, symbols * symbols)); i++) {
      List<String> left = symbols(random, read, symbols);
      List<String> right = new ArrayList<>(symbols(random, random.nextInt(4), symbols));
      if (!halts.isEmpty() && random.nextInt(10) == 0) {
        right.addAll(halts);
      }
      rules.put(left, new TagRule(left, right));
    }
    List<TagRule> all = List.copyOf(rules.values());
    return normal
        ? TagProgram.normal(halts, all)
        : new TagProgram(read, 1 + random.nextInt(3), halts, all);
  }

  private static List<String> symbols(RandomGenerator random, int count, int most) {
    return Stream.generate(() -> SYMBOLS.get(random.nextInt(most))).limit(count).toList();
  }

  /// What a step writes joins the end of a word of any length, which no finite set of tokens shows.
  @Override
  public Optional<Diagnostic> uncertifiable(TagProgram program) {
    return Optional.of(
        Diagnostic.error(
            program.rules().getFirst().place().spanOrStart(),
            "no finite visible sets: rules read one end of a word of any length and write the other",
            "Learn it as a scratchpad, and verify runs."));
  }
}
