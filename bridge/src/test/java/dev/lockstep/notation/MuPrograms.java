package dev.lockstep.notation;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuMachine;
import java.util.SplittableRandom;

/// Mu programs for tests, each with its machine and notation.
public record MuPrograms(MuProgram program, MuMachine machine, MuNotation notation) {
  public static final String ADD =
      """
      fn main(a: [int], b: [int]) -> [int] {
        var sum: [int] = []
        var carry = 0
        for i in 0..len(a) {
          let total = a[i] + b[i] + carry
          push(sum, total % 10)
          carry = total / 10
        }
        if carry > 0 {
          push(sum, carry)
        }
        return sum
      }
      """;

  public static MuPrograms of(String text) {
    return of(new Source("test.mu", text));
  }

  public static MuPrograms of(Source source) {
    MuProgram program = new MuLanguage().parse(source);
    MuMachine machine = (MuMachine) new MuLanguage().load(program);
    return new MuPrograms(program, machine, new MuNotation(machine.code(), machine, source));
  }

  /// Whether the program in `source` has what tokens do not spell.
  static boolean beyondTokens(Source source) {
    return MuBeyond.of(MuCode.of(new MuLanguage().parse(source))).isPresent();
  }

  public Value input(long seed, int size) {
    return new MuLanguage().input(program, new SplittableRandom(seed), size);
  }

  public MuConfiguration start(String json) {
    return machine.start(ValueJson.parse(json));
  }
}
