package dev.lockstep.mu.machine;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Fault;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.code.MuInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The running calls of a configuration, the innermost first.
public record CallStack(MuCode code, List<Fault.Call> calls) {
  static CallStack of(MuCode code, MuConfiguration now) {
    List<Fault.Call> calls = new ArrayList<>();
    MuFrame callee = now.frame();
    for (MuFrame caller : now.callers()) {
      int next = caller.position();
      calls.add(
          new Fault.Call(
              callee.function(),
              site(code, caller.function(), callee.function(), next, caller.awaits())));
      callee = caller;
    }
    calls.add(new Fault.Call(callee.function(), Optional.empty()));
    return new CallStack(code, calls);
  }

  /// The calls under way, the innermost first, below which `main` runs.
  public static CallStack of(MuCode code, List<MuInstruction.Call> running) {
    List<Fault.Call> calls = new ArrayList<>();
    for (MuInstruction.Call call : running) {
      String caller = call.origin().function();
      calls.add(
          new Fault.Call(
              call.function(), site(code, caller, call.function(), call.next(), call.variable())));
    }
    calls.add(new Fault.Call(MuProgram.MAIN, Optional.empty()));
    return new CallStack(code, calls);
  }

  /// A fault in the library happens, for its user, where the program calls the library.
  public Fault under(Fault fault) {
    if (!code.inLibrary(calls.getFirst().function())) {
      return new Fault(fault.message(), fault.span(), fault.hint(), calls);
    }
    return new Fault(fault.message(), calls.getFirst().site(), fault.hint(), calls);
  }

  /// The call of `callee` that `caller` waits for, going on at `next` with the result in `awaits`;
  /// empty where two calls could be it.
  private static Optional<Span> site(
      MuCode code, String caller, String callee, int next, Optional<String> awaits) {
    List<Span> sites =
        code.instructions().stream()
            .filter(
                it ->
                    it instanceof MuInstruction.Call call
                        && call.function().equals(callee)
                        && call.next() == next
                        && call.variable().equals(awaits)
                        && call.origin().function().equals(caller))
            .map(MuInstruction::span)
            .toList();
    return sites.size() == 1 ? Optional.of(sites.getFirst()) : Optional.empty();
  }
}
