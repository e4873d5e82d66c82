package dev.lockstep.interactive;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A run of a session's program with a new entry: it shows what is behind the steps and lines of
/// the program before.
final class EntryRun implements RunSink<MuConfiguration, MuDelta> {
  private final Draft draft;
  private final DeltaJson<MuDelta> json = new MuLanguage().deltaJson();
  private final Machine<MuConfiguration, MuDelta> machine;
  private final boolean traced;
  private final List<String> shown = new ArrayList<>();
  private final long knownSteps;
  private final long knownLines;
  private long steps;
  private long lines;
  private boolean halted;

  /// @param draft the program with the entry
  /// @param knownSteps that the program before takes
  /// @param knownLines that it prints
  /// @param traced whether steps are shown, too
  EntryRun(
      Draft draft,
      Machine<MuConfiguration, MuDelta> machine,
      long knownSteps,
      long knownLines,
      boolean traced) {
    this.draft = draft;
    this.machine = machine;
    this.knownSteps = knownSteps;
    this.knownLines = knownLines;
    this.traced = traced;
  }

  boolean halted() {
    return halted;
  }

  long steps() {
    return steps;
  }

  long lines() {
    return lines;
  }

  /// What is new, for the user.
  List<String> shown() {
    return shown;
  }

  @Override
  public boolean step(MuDelta delta, Note note, MuConfiguration after) {
    steps++;
    if (traced && steps > knownSteps && !after.halted()) {
      String at = note.span().map(draft.source()::textOf).orElse("").lines().findFirst().orElse("");
      shown.add(
          String.format(
              Locale.ROOT,
              "%6d  %-28s  %s",
              steps - knownSteps,
              CallStack.brief(at),
              json.write(delta)));
    }
    for (String line : machine.printed(delta)) {
      lines++;
      if (lines > knownLines) {
        shown.add(line);
      }
    }
    return true;
  }

  @Override
  public void end(Ending ending, MuConfiguration last) {
    halted = ending instanceof Ending.Halted;
    switch (ending) {
      case Ending.Halted() -> {}
      case Ending.Failed(Fault fault) -> {
        boolean inEntry = fault.span().map(draft::holds).orElse(false);
        shown.add(
            inEntry
                ? new Fault(fault.message(), fault.span().map(draft::moved), fault.hint())
                    .render(new Source(MuSession.NAME, draft.entry()))
                : fault.render(draft.source()));
      }
      case Ending.BudgetSpent _, Ending.Garbled _ ->
          shown.add("error: " + ending.describe() + " (`lockstep repl --max-steps N`)");
    }
  }
}
