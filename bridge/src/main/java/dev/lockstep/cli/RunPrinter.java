package dev.lockstep.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.grammar.Span;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.trace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Shows a run to the user: printed lines as they come, then the result, or what went wrong.
final class RunPrinter<C, D> implements RunSink<C, D> {
  /// Steps between two flushes: too few to be waited for, too many to slow a run down.
  private static final int STEPS_PER_FLUSH = 4096;

  private final Loaded<?, C, D> loaded;
  private final Budget budget;
  private final Terminal terminal;
  private final boolean json;
  private final List<String> printed = new ArrayList<>();
  private long steps;
  private boolean unseen;
  private Optional<Span> reached = Optional.empty();
  private Optional<Ending> ended = Optional.empty();

  RunPrinter(Loaded<?, C, D> loaded, Budget budget, Terminal terminal, boolean json) {
    this.loaded = loaded;
    this.budget = budget;
    this.terminal = terminal;
    this.json = json;
  }

  @Override
  public boolean step(D delta, Note note, C after) {
    steps++;
    reached = note.span();
    for (String line : loaded.machine().printed(delta)) {
      if (json) {
        printed.add(line);
      } else {
        terminal.out().println(line);
        unseen = true;
      }
    }
    if (unseen && steps % STEPS_PER_FLUSH == 0) {
      unseen = false;
      return !terminal.out().checkError(); // flushes; nobody reads any more where it fails
    }
    return true;
  }

  @Override
  public void end(Ending ending, C last) {
    ended = Optional.of(ending);
    Optional<Value> value = loaded.machine().output(last);
    if (json) {
      terminal.out().println(summary(ending, value));
    } else if (ending instanceof Ending.Halted) {
      value.ifPresent(it -> terminal.out().println(ValueJson.print(it)));
    }
    terminal.out().flush();
    complaint(ending).ifPresent(terminal.err()::println);
  }

  /// 0 where the run halted, 1 where it ended otherwise.
  int exitCode() {
    return ended.filter(Ending.Halted.class::isInstance).isPresent()
        ? ExitCode.DONE
        : ExitCode.CHECK_FAILED;
  }

  private Optional<String> complaint(Ending ending) {
    return switch (ending) {
      case Ending.Halted() -> Optional.empty();
      case Ending.Failed(Fault fault) -> Optional.of(fault.render(loaded.source()));
      case Ending.BudgetSpent(Budget.Limit limit) -> Optional.of(spent(limit));
      case Ending.Garbled(String why) ->
          Optional.of(
              loaded.source().name()
                  + ": error: the network is garbled after "
                  + steps
                  + " steps: "
                  + why);
    };
  }

  private String spent(Budget.Limit limit) {
    long allowed =
        switch (limit) {
          case STEPS -> budget.steps();
          case CELLS -> budget.cells();
          case DEPTH -> budget.depth();
        };
    String message =
        String.format(
            Locale.ROOT,
            "the budget for %s (%,d) is spent after %,d steps",
            limit.noun(),
            allowed,
            steps);
    String hint = "Raise it with " + limit.option() + " if the program is meant to take more.";
    return new Fault(message, reached, Optional.of(hint)).render(loaded.source());
  }

  private ObjectNode summary(Ending ending, Optional<Value> value) {
    ObjectNode node = ValueJson.MAPPER.createObjectNode();
    node.put("program", loaded.source().name()).put("language", loaded.language().name());
    node.put("sha256", loaded.hash().hex()).put("steps", steps);
    switch (ending) {
      case Ending.Halted() -> {
        node.put("outcome", "halted");
        value.ifPresent(it -> node.set("value", ValueJson.toNode(it)));
      }
      case Ending.Failed(Fault fault) -> {
        node.put("outcome", "failed").put("message", fault.message());
        fault
            .span()
            .map(span -> Place.of(span, loaded.source()))
            .ifPresent(at -> node.put("line", at.line()).put("column", at.column()));
      }
      case Ending.BudgetSpent(Budget.Limit limit) ->
          node.put("outcome", "budget spent").put("limit", limit.noun());
      case Ending.Garbled(String why) -> node.put("outcome", "garbled").put("message", why);
    }
    printed.forEach(node.withArray("printed")::add);
    return node;
  }
}
