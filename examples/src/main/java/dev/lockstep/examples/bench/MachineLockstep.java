package dev.lockstep.examples.bench;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.tag.TagProgram;
import dev.lockstep.grammar.tag.TagReader;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.grammar.turing.TuringReader;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import dev.lockstep.tag.LagSystem;
import dev.lockstep.tag.TagConfiguration;
import dev.lockstep.tag.TagMachine;
import dev.lockstep.tag.Turn;
import dev.lockstep.tag.UniversalTape;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.HalfTape;
import dev.lockstep.turing.Tape;
import dev.lockstep.turing.TuringConfiguration;
import dev.lockstep.turing.TuringMachine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// U(15,2), the universal machine of Neary and Woods, followed step by step: beside a simulator of
/// its own that reads the published table, as a lag system, and on the rules of a bi-tag system.
final class MachineLockstep {
  /// The published table, a line for each symbol read: written, move, next state, states A to O.
  private static final String[][] TABLE = {
    "0RB 1RC 0LG 0LF 1RA 1LD 0LH 1LI 0RA 1LK 0RL 0RM 0LB 0LC 0RN".split(" ", -1),
    "1RA 1RA 0LE 1LE 1LD 1LD 1LG 1LG 1LJ --- 1RN 1RL 1RL 0RO 1RN".split(" ", -1)
  };

  private static final List<String> TAPES =
      List.of("0110111010111101100101110", "1", "1011011101111011111");
  private static final int STEPS = 400_000; // from each tape
  private static final int LAG_STEPS = 10_000;
  private static final String BI_TAG =
      "normal\nhalt h\na -> a\nb -> b\ne a -> b b f\ne b -> a a f\nf a -> a e\nf b -> b h\n";

  private final TuringProgram program = TuringReader.read(new Source("u15", community()));
  private final TuringMachine machine = new TuringMachine(program);

  /// How far two machines went together.
  ///
  /// @param parted where they parted, if they did
  record Followed(String what, long steps, String unit, long goal, Optional<String> parted) {}

  List<Followed> rows() {
    return List.of(besideItsTable(), asLagSystem(), onABiTagSystem());
  }

  private static String community() {
    StringBuilder rows = new StringBuilder();
    for (int state = 0; state < TABLE[0].length; state++) {
      rows.append(state == 0 ? "" : "_").append(TABLE[0][state]);
      rows.append(TABLE[1][state].equals("---") ? "1RZ" : TABLE[1][state]);
    }
    return rows.toString();
  }

  private static TuringConfiguration start(String tape, int head) {
    return new TuringConfiguration("A", Tape.of('0', tape.codePoints().toArray(), 0, head));
  }

  private Followed besideItsTable() {
    long steps = 0;
    for (String tape : TAPES) {
      Simulator simulator = new Simulator(tape);
      TuringConfiguration now = start(tape, tape.length() / 2);
      for (int i = 0; i < STEPS; i++) {
        now = stepped(machine, now);
        simulator.step();
        steps++;
        if (!simulator.is(now)) {
          return universal(steps, Optional.of("parted in step " + steps));
        }
      }
    }
    return universal(steps, Optional.empty());
  }

  private static Followed universal(long steps, Optional<String> parted) {
    return new Followed("U(15,2) beside its published table", steps, "steps", 1_000_000, parted);
  }

  private static <C, D> C stepped(Machine<C, D> machine, C now) {
    if (machine.next(now) instanceof Next.Do<D>(D delta, _)) {
      return machine.apply(now, delta);
    }
    throw new IllegalStateException("no step from " + now);
  }

  private Followed asLagSystem() {
    LagSystem lag = new LagSystem(program);
    TagMachine tag = new TagMachine(lag.program());
    TuringConfiguration now = start(TAPES.getFirst(), TAPES.getFirst().length() / 2);
    TagConfiguration word = tag.start(Value.of(String.join(" ", lag.encode(now))));
    long steps = 0;
    Optional<String> parted = Optional.empty();
    while (steps < LAG_STEPS && parted.isEmpty()) {
      now = stepped(machine, now);
      do {
        word = MachineLockstep.<TagConfiguration, Turn>stepped(tag, word);
      } while (!lag.isWhole(word.word()));
      steps++;
      if (!same(lag.decode(word.word()), now)) {
        parted = Optional.of("parted in step " + steps);
      }
    }
    return new Followed(
        "U(15,2) as a lag system of " + lag.program().rules().size() + " rules",
        steps,
        "steps",
        LAG_STEPS,
        parted);
  }

  /// The same but for where the head is, which lag systems do not count.
  private static boolean same(TuringConfiguration a, TuringConfiguration b) {
    return a.state().equals(b.state())
        && a.tape().symbol() == b.tape().symbol()
        && a.tape().left().equals(b.tape().left())
        && a.tape().right().equals(b.tape().right());
  }

  private Followed onABiTagSystem() {
    TagProgram system = TagReader.read(new Source("bi-tag", BI_TAG));
    TagMachine tag = new TagMachine(system);
    UniversalTape tape = new UniversalTape(system);
    List<TagConfiguration> words = new ArrayList<>();
    new Interpreter<>(tag)
        .trace(tag.start(Value.of("e b a a b")), Budget.DEFAULT)
        .configurations(tag)
        .forEach(words::add);
    UniversalTape.Start start = tape.start(words.getFirst().word());
    TuringConfiguration now = start(start.tape(), start.head());
    int met = 1;
    while (machine.next(now) instanceof Next.Do<Act>(Act act, _)) {
      now = machine.apply(now, act);
      if (met < words.size()
          && now.state().equals("A")
          && now.tape().right().equals(cells(tape.encode(words.get(met).word())))) {
        met++;
      }
    }
    return new Followed(
        "words of a bi-tag system on U(15,2), in order",
        met,
        "words",
        words.size(),
        Optional.empty());
  }

  private static HalfTape cells(String encoded) {
    return start("0" + encoded, 0).tape().right();
  }

  /// The table read cell by cell, on an array.
  private static final class Simulator {
    private static final int ORIGIN = 100_000;

    private final char[] tape = new char[2 * ORIGIN];
    private final int middle;
    private int head = ORIGIN;
    private char state = 'A';

    Simulator(String text) {
      Arrays.fill(tape, '0');
      middle = text.length() / 2;
      text.getChars(0, text.length(), tape, ORIGIN - middle);
    }

    void step() {
      String cell = TABLE[tape[head] - '0'][state - 'A'];
      tape[head] = cell.charAt(0);
      head += cell.charAt(1) == 'R' ? 1 : -1;
      state = cell.charAt(2);
    }

    boolean is(TuringConfiguration now) {
      return now.state().charAt(0) == state
          && now.tape().symbol() == tape[head]
          && now.tape().head() == (long) head - ORIGIN + middle;
    }
  }
}
