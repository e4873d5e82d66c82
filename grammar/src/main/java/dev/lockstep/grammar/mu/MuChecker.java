package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Deep;
import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is wrong or suspicious in a program: names, types, what may be assigned, where control
/// goes, and that contracts and guards only look.
public final class MuChecker {
  private final MuProgram program;
  private final Findings findings = new Findings();
  private final Signatures signatures = new Signatures();
  private final List<Symbol> symbols = new ArrayList<>();
  private boolean endless; // some record holds itself

  private MuChecker(MuProgram program) {
    this.program = program;
  }

  /// All errors and warnings, in order of place; one mistake is reported once.
  public static List<Diagnostic> check(MuProgram program) {
    return Deep.call(() -> new MuChecker(program).check());
  }

  /// What `program` declares: its functions, and in each its parameters and variables.
  public static List<Symbol> symbols(MuProgram program) {
    return Deep.call(
        () -> {
          MuChecker checker = new MuChecker(program);
          checker.check();
          return List.copyOf(checker.symbols);
        });
  }

  /// That no run can start in `program`, if so.
  public static Optional<Diagnostic> noMain(MuProgram program) {
    if (program.function(MuProgram.MAIN).isPresent()) {
      return Optional.empty();
    }
    String hint =
        program.tests().isEmpty()
            ? "Add `fn main() { … }`; a run starts there. A file for imports may have a test instead."
            : "Add `fn main() { … }`; a run starts there. `lockstep test` runs the tests.";
    return Optional.of(
        Diagnostic.error(
            MuProblem.NO_MAIN, Place.NONE.span(), "expected a function `main`, found none", hint));
  }

  private List<Diagnostic> check() {
    program.records().forEach(this::record);
    program.records().forEach(this::fields);
    if (endless) {
      return findings.inOrder(); // no other question about types has an answer
    }
    names();
    for (MuFunction function : program.functions()) {
      BodyChecker body = new BodyChecker(function, signatures, findings);
      body.check();
      symbols.addAll(body.symbols());
    }
    Map<String, Place> tests = new HashMap<>();
    for (MuTest test : program.tests()) {
      Place first = tests.putIfAbsent(test.name(), test.place());
      if (first != null) {
        taken(test.name(), test.place(), "a test above has it", first);
      }
      new BodyChecker(test.asFunction(), signatures, findings).check();
    }
    Set<String> effects = effects();
    for (MuFunction function : program.functions()) {
      pure(effects, function.requires());
      pure(effects, function.ensures());
      invariants(function.body()).forEach(it -> pure(effects, it));
    }
    program.tests().forEach(test -> invariants(test.body()).forEach(it -> pure(effects, it)));
    pure(effects, signatures.guards());
    return findings.inOrder();
  }

  private void record(MuRecord record) {
    Optional<MuRecord> earlier = signatures.record(record.name());
    if (earlier.isPresent()) {
      taken(record.name(), record.place(), "a record above has it", earlier.get().place());
    } else {
      signatures.add(record);
    }
    if (record.fields().isEmpty()) {
      findings.error(MuProblem.FIELDS, record.place(), "expected a field, found none");
    }
    Set<String> names = new HashSet<>();
    for (MuParameter field : record.fields()) {
      if (!names.add(field.name())) {
        taken(field.name(), field.place(), "a field above has it", record.place());
      }
    }
  }

  /// No record holds itself, however deep: a value is finite, and has JSON.
  private void fields(MuRecord record) {
    for (MuParameter field : record.fields()) {
      if (reachable(field.type()).contains(record.name())) {
        endless = true;
        findings.error(
            MuProblem.RECURSIVE_RECORD,
            field.place(),
            "expected a type without `"
                + record.name()
                + "` in it, found `"
                + field.type().print()
                + "`",
            "Keep the records in a list and refer to them by index.");
      }
    }
  }

  /// The records in a type and in their fields.
  private Set<String> reachable(MuType type) {
    Set<String> found = new HashSet<>();
    Deque<MuType> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      MuType next = open.pop();
      if (next instanceof MuType.RecordOf(String name) && found.add(name)) {
        signatures.record(name).stream()
            .flatMap(it -> it.fields().stream())
            .forEach(field -> open.push(field.type()));
      }
      next.parts().forEach(open::push);
    }
    return found;
  }

  private void taken(String name, Place place, String by, Place first) {
    findings.error(
        MuProblem.NAME_TAKEN,
        place,
        "`" + name + "` is a name already: " + by,
        "Choose another name.",
        first,
        "`" + name + "` is declared here");
  }

  private void names() {
    for (MuFunction function : program.functions()) {
      Optional<MuFunction> earlier = signatures.own(function.name());
      if (MuBuiltin.of(function.name()).isPresent()) {
        findings.error(
            MuProblem.NAME_TAKEN,
            function.place(),
            "`" + function.name() + "` is a name already: every program has this function",
            "Choose another name.");
      } else if (earlier.isPresent()) {
        taken(function.name(), function.place(), "a function above has it", earlier.get().place());
      } else {
        signatures.add(function);
      }
    }
    if (program.tests().isEmpty()) {
      noMain(program).ifPresent(findings::add);
    }
  }

  /// Every function that prints or changes something.
  private Set<String> effects() {
    for (String name : signatures.called()) {
      if (signatures.own(name).isEmpty()) {
        MuLibrary.function(name)
            .filter(it -> Walks.changes(it.body()))
            .ifPresent(it -> signatures.effect(it.name()));
      }
    }
    Set<String> effects = new HashSet<>(signatures.withEffects());
    for (MuBuiltin builtin : MuBuiltin.values()) {
      if (builtin.role() == MuBuiltin.Role.CHANGES) {
        effects.add(builtin.word());
      }
    }
    return effects;
  }

  private static List<List<MuExpression>> invariants(MuBlock block) {
    return Walks.statements(block).stream()
        .map(
            statement ->
                switch (statement) {
                  case MuStatement.While it -> it.invariants();
                  case MuStatement.Walk it -> it.invariants();
                  case MuStatement.Count it -> it.invariants();
                  default -> List.<MuExpression>of();
                })
        .toList();
  }

  private void pure(Set<String> effects, List<MuExpression> conditions) {
    for (MuExpression.Call call : Calls.in(conditions)) {
      if (effects.contains(call.function())) {
        findings.error(
            MuProblem.REQUIRES_EFFECT,
            call.place(),
            "expected a condition that only looks, found a call of `"
                + call.function()
                + "`, which prints or changes a list",
            "Call functions without `print`, `push`, `pop` and `xs[i] = …` in contracts and in the"
                + " guards of patterns.");
      }
    }
  }
}
