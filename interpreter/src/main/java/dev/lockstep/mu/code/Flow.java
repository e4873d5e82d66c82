package dev.lockstep.mu.code;

import java.util.List;
import java.util.Optional;

/// Where instructions go on, and what they bind.
public final class Flow {
  private Flow() {}

  /// Where an instruction without a choice goes on. Throws `IllegalArgumentException` for a branch,
  /// a turn of a loop and a return.
  public static int next(MuInstruction instruction) {
    return switch (instruction) {
      case MuInstruction.Bind it -> it.next();
      case MuInstruction.NewList it -> it.next();
      case MuInstruction.NewTable it -> it.next();
      case MuInstruction.Gather it -> it.next();
      case MuInstruction.SetElement it -> it.next();
      case MuInstruction.Push it -> it.next();
      case MuInstruction.Pop it -> it.next();
      case MuInstruction.Remove it -> it.next();
      case MuInstruction.StartRange it -> it.next();
      case MuInstruction.StartWalk it -> it.next();
      case MuInstruction.Call it -> it.next();
      case MuInstruction.Print it -> it.next();
      case MuInstruction.Assert it -> it.next();
      case MuInstruction.Require it -> it.next();
      case MuInstruction.Check it -> it.next();
      case MuInstruction.Break it -> it.next();
      case MuInstruction.Branch _, MuInstruction.Turn _, MuInstruction.Return _ ->
          throw new IllegalArgumentException("goes on at several sites, or at none");
    };
  }

  /// The variable that gets a value by the instruction or, of a loop, by its turns.
  public static Optional<String> bound(MuInstruction instruction) {
    return switch (instruction) {
      case MuInstruction.Bind it -> Optional.of(it.variable());
      case MuInstruction.NewList it -> Optional.of(it.variable());
      case MuInstruction.NewTable it -> Optional.of(it.variable());
      case MuInstruction.Gather it -> Optional.of(it.variable());
      case MuInstruction.Pop it -> it.variable();
      case MuInstruction.Call it -> it.variable();
      case MuInstruction.StartRange it -> Optional.of(it.variable());
      case MuInstruction.StartWalk it -> Optional.of(it.variable());
      case MuInstruction.SetElement _,
          MuInstruction.Push _,
          MuInstruction.Remove _,
          MuInstruction.Print _,
          MuInstruction.Assert _,
          MuInstruction.Require _,
          MuInstruction.Check _,
          MuInstruction.Break _,
          MuInstruction.Branch _,
          MuInstruction.Turn _,
          MuInstruction.Return _ ->
          Optional.empty();
    };
  }

  /// The instructions of a function, in order.
  public static List<MuInstruction> of(String function, MuCode code) {
    int from = code.entry(function);
    int to = from;
    while (to < code.instructions().size() && code.at(to).origin().function().equals(function)) {
      to++;
    }
    return code.instructions().subList(from, to);
  }
}
