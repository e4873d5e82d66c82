package dev.lockstep.markov;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Problem;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.format.Style;
import dev.lockstep.grammar.markov.MarkovPrinter;
import dev.lockstep.grammar.markov.MarkovProblem;
import dev.lockstep.grammar.markov.MarkovProgram;
import dev.lockstep.grammar.markov.MarkovProgram.MarkovRule;
import dev.lockstep.grammar.markov.MarkovReader;
import dev.lockstep.grammar.markov.MarkovStyle;
import dev.lockstep.grammar.markov.MarkovWarnings;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Markov algorithms, the language of `.markov` files.
public final class MarkovLanguage
    implements Language<MarkovProgram, MarkovConfiguration, Rewriting> {

  @Override
  public String name() {
    return "markov";
  }

  @Override
  public String suffix() {
    return "markov";
  }

  @Override
  public String description() {
    return "Markov algorithms: ordered rules `ab -> ba` on strings, `->.` ends the run";
  }

  @Override
  public MarkovProgram parse(Source source) {
    return MarkovReader.read(source);
  }

  @Override
  public List<Diagnostic> warnings(MarkovProgram program) {
    return MarkovWarnings.of(program);
  }

  @Override
  public List<Problem> problems() {
    return List.of(MarkovProblem.values());
  }

  @Override
  public Optional<Style> style() {
    return Optional.of(new MarkovStyle());
  }

  @Override
  public String print(MarkovProgram program) {
    return MarkovPrinter.print(program);
  }

  @Override
  public Machine<MarkovConfiguration, Rewriting> load(MarkovProgram program) {
    return new MarkovMachine(program);
  }

  @Override
  public DeltaJson<Rewriting> deltaJson() {
    return new RewritingJson();
  }

  /// A string of at most `size` symbols of the left sides; every second one holds a left side.
  @Override
  public Value input(MarkovProgram program, RandomGenerator random, int size) {
    String alphabet = program.rules().stream().map(MarkovRule::left).collect(Collectors.joining());
    if (alphabet.isEmpty()) {
      return Value.of("");
    }
    MarkovSampler letters = new MarkovSampler(alphabet, 1);
    String left = program.rules().get(random.nextInt(program.rules().size())).left();
    int room = size - left.codePointCount(0, left.length());
    if (room < 0 || random.nextBoolean()) {
      return Value.of(letters.word(random, random.nextInt(size + 1)));
    }
    int before = random.nextInt(room + 1);
    int after = random.nextInt(room - before + 1);
    return Value.of(letters.word(random, before) + left + letters.word(random, after));
  }

  @Override
  public MarkovProgram sample(RandomGenerator random, int size) {
    return MarkovSampler.TESTS.sample(random, Math.max(1, size));
  }

  /// A rule applies at the first of all places, which no finite set of tokens shows.
  @Override
  public Optional<Diagnostic> uncertifiable(MarkovProgram program) {
    return Optional.of(
        Diagnostic.error(
            program.rules().getFirst().place().spanOrStart(),
            "no finite visible sets: which rule applies, and where, depends on the whole string",
            "Compile it to a Turing machine that scans (`lockstep compile --to turing`), or learn it as"
                + " a scratchpad and verify runs."));
  }
}
