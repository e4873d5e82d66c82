package dev.lockstep.interactive;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Lexeme;
import dev.lockstep.grammar.Lexicon;
import dev.lockstep.grammar.Problem;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.Symbol;
import dev.lockstep.grammar.TokenKind;
import dev.lockstep.grammar.UnreadableSource;
import dev.lockstep.grammar.mu.MuImports;
import dev.lockstep.grammar.mu.MuProblem;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.grammar.mu.MuStyle;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A Mu program that grows entry by entry: definitions, and the statements of its `main`.
///
/// Runs are deterministic, so each entry runs the whole program anew and shows what is new.
final class MuSession {
  static final String NAME = "entry";
  private static final String RESULT = "it_";
  private static final Value NO_INPUT = new Value.Fields(new LinkedHashMap<>());

  private final MuLanguage language = new MuLanguage();
  private final Lexicon lexicon = new MuStyle().lexicon();
  private final Budget budget;
  private final Path folder;
  private final List<String> definitions = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();
  private long steps; // of the program so far, its last return aside
  private long lines; // that it prints

  /// @param folder that imports start from and do not leave
  MuSession(Budget budget, Path folder) {
    this.budget = budget;
    this.folder = folder;
  }

  /// Whether more lines have to follow before `text` can be read: a bracket is open, or it ends in
  /// an operator.
  boolean isOpen(String text) {
    try {
      int depth = 0;
      Optional<Lexeme> last = Optional.empty();
      MuStyle style = new MuStyle();
      for (Lexeme it : lexicon.lexemes(new Source(NAME, text))) {
        depth += style.opens(it) ? 1 : style.closes(it) ? -1 : 0;
        last = it.is(TokenKind.COMMENT) || it.is(TokenKind.LINE_BREAK) ? last : Optional.of(it);
      }
      return depth > 0 || last.filter(it -> style.continues(it, it)).isPresent();
    } catch (SourceErrors _) {
      return false;
    }
  }

  /// Words to complete to: of the language, and every name that was used.
  List<String> words() {
    Set<String> words = new TreeSet<>(lexicon.keywords());
    symbols().forEach(it -> words.add(it.name()));
    return List.copyOf(words);
  }

  /// What the program so far declares, built-in functions included.
  List<Symbol> symbols() {
    return language.symbols(language.parse(program("", "").source()));
  }

  /// The program so far, as text.
  String text() {
    return program("", "").source().text();
  }

  /// Forgets everything.
  void reset() {
    definitions.clear();
    statements.clear();
    steps = 0;
    lines = 0;
  }

  /// Takes every function, record and test of a file and of those that it imports, its `main`
  /// aside: all of them, or none where the program does not run with them. Throws `SourceErrors`
  /// and `UnreadableSource`.
  List<String> load(Path file) {
    return take(language.read(file));
  }

  private List<String> take(Source source) {
    sound(source);
    List<String> taken =
        source.allParts().stream()
            .flatMap(part -> Definitions.in(part.source()).stream())
            .filter(it -> !Definitions.name(it).equals(MuProgram.MAIN))
            .toList();
    Set<String> names = new TreeSet<>(taken.stream().map(Definitions::name).toList());
    List<String> before = List.copyOf(definitions);
    definitions.removeIf(it -> names.contains(Definitions.name(it)));
    definitions.addAll(taken);
    List<String> shown = new ArrayList<>();
    Optional<SourceErrors> wrong = errors(program("", ""));
    if (wrong.isEmpty() && run(program("", ""), false, shown)) {
      return taken.stream().map(it -> "defined " + Definitions.name(it)).toList();
    }
    wrong.ifPresent(it -> shown.add(it.getMessage()));
    shown.add("the entries before fail with it");
    definitions.clear();
    definitions.addAll(before);
    return shown;
  }

  /// Throws `SourceErrors` where something is wrong but that there is no `main`.
  private void sound(Source source) {
    try {
      language.parse(source);
    } catch (SourceErrors e) {
      Optional<Problem> noMain = Optional.of(MuProblem.NO_MAIN);
      if (!e.diagnostics().stream().allMatch(it -> it.problem().equals(noMain))) {
        throw e;
      }
    }
  }

  /// Takes what a file holds that an entry names; the program stands where the session does.
  private List<String> imported(String entry) {
    Source source = new Source(NAME, entry);
    try {
      return take(MuImports.read(source, folder));
    } catch (SourceErrors | UnreadableSource e) {
      return List.of(e.getMessage());
    }
  }

  /// What the user sees of `entry`: what it prints and its value, or what is wrong with it.
  List<String> enter(String entry) {
    return enter(entry, false);
  }

  /// The same with each of its steps.
  List<String> trace(String entry) {
    return enter(entry, true);
  }

  /// The type of an expression, which is not run.
  List<String> type(String expression) {
    Draft draft = program("let " + RESULT + " = ", expression);
    try {
      return language.symbols(language.parse(draft.source())).stream()
          .filter(it -> it.name().equals(RESULT))
          .map(Symbol::detail)
          .toList();
    } catch (SourceErrors e) {
      return errors(draft, e);
    }
  }

  private List<String> enter(String entry, boolean traced) {
    String text = entry.strip();
    String first = text.split("\\W", 2)[0];
    if (Definitions.imports(first)) {
      return imported(text);
    }
    if (Definitions.begins(first)) {
      return define(text);
    }
    if (first.equals("return")) {
      return List.of("`return` belongs into a function");
    }
    Draft value = program("print ", text);
    Draft statement = program("", text);
    Optional<SourceErrors> asValue = errors(value);
    Optional<SourceErrors> asStatement = errors(statement);
    if (asValue.isPresent() && asStatement.isPresent()) {
      boolean expression = asValue.get().diagnostics().stream().noneMatch(MuSession::isSyntax);
      return expression ? errors(value, asValue.get()) : errors(statement, asStatement.get());
    }
    Draft chosen = asValue.isEmpty() ? value : statement;
    List<String> shown = new ArrayList<>();
    if (run(chosen, traced, shown) && asStatement.isEmpty()) {
      statements.add(text);
      run(program("", ""), false, new ArrayList<>());
    }
    return shown;
  }

  private static boolean isSyntax(Diagnostic it) {
    return it.problem().map(Problem::language).filter("syntax"::equals).isPresent()
        || it.problem().filter(kind -> kind == MuProblem.NO_VALUE).isPresent();
  }

  private List<String> define(String definition) {
    String name = Definitions.name(definition);
    List<String> before = List.copyOf(definitions);
    definitions.removeIf(it -> Definitions.name(it).equals(name));
    String others = String.join("\n\n", definitions);
    Draft draft =
        new Draft(others.isEmpty() ? "" : others + "\n\n", definition, "\n\n" + main("", ""));
    Optional<SourceErrors> wrong = errors(draft);
    definitions.add(definition);
    List<String> shown = new ArrayList<>();
    if (wrong.isPresent()) {
      shown.addAll(errors(draft, wrong.get()));
    } else if (!run(program("", ""), false, shown)) {
      shown.add("the statements before fail with it");
    } else {
      return List.of((before.size() == definitions.size() ? "changed " : "defined ") + name);
    }
    definitions.clear();
    definitions.addAll(before);
    return shown;
  }

  private Draft program(String prefix, String entry) {
    String others = String.join("\n\n", definitions);
    String main = main(prefix, "");
    int at = main.lastIndexOf("\n}");
    return new Draft(
        (others.isEmpty() ? "" : others + "\n\n") + main.substring(0, at),
        entry,
        main.substring(at) + "\n");
  }

  private String main(String prefix, String last) {
    StringBuilder main = new StringBuilder("fn main() {\n");
    statements.forEach(it -> main.append(it).append('\n'));
    return main.append(prefix).append(last).append("\n}").toString();
  }

  private Optional<SourceErrors> errors(Draft draft) {
    try {
      language.parse(draft.source());
      return Optional.empty();
    } catch (SourceErrors e) {
      return Optional.of(e);
    }
  }

  private static List<String> errors(Draft draft, SourceErrors errors) {
    Source entry = new Source(NAME, draft.entry());
    return errors.diagnostics().stream().map(it -> draft.inEntry(it).render(entry)).toList();
  }

  /// Runs the program; `shown` gets what is new. Whether it halted; then it is the program so far.
  private boolean run(Draft draft, boolean traced, List<String> shown) {
    Source source = draft.source();
    Machine<MuConfiguration, MuDelta> machine = language.load(language.parse(source));
    EntryRun run = new EntryRun(draft, machine, steps, lines, traced);
    new Interpreter<>(machine).run(machine.start(NO_INPUT), budget, run);
    shown.addAll(run.shown());
    if (run.halted() && draft.entry().isEmpty()) {
      steps = run.steps() - 1;
      lines = run.lines();
    }
    return run.halted();
  }
}
