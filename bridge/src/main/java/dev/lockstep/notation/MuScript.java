package dev.lockstep.notation;

import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.mu.code.MuInstruction;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.value.MuValue;
import dev.lockstep.notation.MuItem.Said;
import java.util.ArrayList;
import java.util.List;

/// A run of a Mu program being written.
final class MuScript implements Script<MuConfiguration, MuDelta> {
  private final MuNotation notation;
  private final Machine<MuConfiguration, MuDelta> machine;
  private final MuWords words;
  private final MuSegments segments;
  private final List<Placed> question;
  private final MuNumeral numeral;
  private final List<Said> said = new ArrayList<>();
  private MuConfiguration now;
  private long turn;
  private boolean begun;

  MuScript(MuNotation notation, Machine<MuConfiguration, MuDelta> machine, MuConfiguration start) {
    this.notation = notation;
    this.machine = machine;
    this.words = notation.words();
    this.numeral = new MuNumeral(words);
    this.now = start;
    this.segments = new MuSegments(notation.layout(), words);
    MuQuestion asked = new MuQuestion(notation.layout(), words, start);
    this.question = asked.tokens();
    asked.scalars().forEach(it -> segments.add(it.token(), it.role(), 0));
  }

  @Override
  public void look(Sight sight) {
    sight.clear();
    int place = numeral.place();
    sight.ask(role(), MuDigits.asked(place));
    segments.show(sight, place);
    if (!now.halted() && legal()) {
      notation.cells().show(now, sight, place);
      address(sight);
    }
  }

  @Override
  public int role() {
    return now.halted() || !legal() ? MuLayout.END_ROLE : item().role();
  }

  @Override
  public long coordinate() {
    return turn;
  }

  @Override
  public List<Placed> question() {
    return question;
  }

  @Override
  public MuConfiguration configuration() {
    return now;
  }

  @Override
  public String place() {
    if (now.halted() || !legal()) {
      return "turn " + turn + ", end";
    }
    return "turn "
        + turn
        + ", "
        + notation.where(step().instruction())
        + ", "
        + item().words()
        + (numeral.place() == 0 ? "" : ", token " + (numeral.place() + 1) + " of the value");
  }

  @Override
  public Heard<MuDelta> accept(int token) {
    if (!legal() && !now.halted()) {
      return new Heard.Garbled<>("there is no instruction " + now.position());
    }
    if (now.halted()) {
      return token == words.halt
          ? new Heard.Step<>(new Next.Halt<>())
          : garbled(token, "expected `halt`");
    }
    beginStep();
    if (token == words.fail && said.isEmpty() && numeral.place() == 0) {
      return new Heard.Step<>(new Next.Fail<>(fault(step().instruction())));
    }
    segments.add(token, role(), numeral.place());
    if (item().kind() == MuItem.Kind.GOTO) {
      return leave(token);
    }
    return hear(token);
  }

  /// A fault as far as a network says it: that there is one, and where.
  static Fault fault(MuInstruction instruction) {
    return new Fault("the program fails here", instruction.span());
  }

  private Heard<MuDelta> hear(int token) {
    MuItem.Kind kind = item().kind();
    boolean fresh = numeral.place() == 0;
    if (fresh && token == words.skip && kind != MuItem.Kind.WRITE) {
      said.add(new Said.Skip());
    } else if (fresh && token == words.done && kind == MuItem.Kind.WRITE) {
      said.add(new Said.Done());
    } else if (!numeral.accept(token)) {
      return garbled(token, "expected a value");
    } else if (numeral.value().isPresent()) {
      said.add(new Said.Of(numeral.value().get()));
      numeral.clear();
    }
    return new Heard.More<>();
  }

  private Heard<MuDelta> leave(int token) {
    if (token != words.back && !words.isSite(token)) {
      return garbled(token, "expected where to go");
    }
    said.add(token == words.back ? new Said.Back() : new Said.To(words.siteOf(token)));
    MuInstruction instruction = step().instruction();
    MuDelta delta;
    MuConfiguration after;
    try {
      delta = MuLift.lift(notation.layout(), now, said);
      after = machine.apply(now, delta);
    } catch (IllegalArgumentException e) {
      return new Heard.Garbled<>(e.getMessage());
    }
    segments.end(instruction, now, delta);
    now = after;
    said.clear();
    begun = false;
    return new Heard.Step<>(new Next.Do<>(delta));
  }

  private void beginStep() {
    if (!begun) {
      begun = true;
      if (notation.layout().flow().head(now.position())) {
        turn++;
        segments.turn();
      }
    }
  }

  private void address(Sight sight) {
    int at = said.size();
    if (item().kind() != MuItem.Kind.READ || at == 0) {
      return;
    }
    MuItem before = step().items().get(at - 1);
    if (before.kind() == MuItem.Kind.ADDRESS
        && said.get(at - 1) instanceof Said.Of(MuValue.IntValue(var index))) {
      notation.cells().address(now, before.name(), index, sight, numeral.place());
    }
  }

  private boolean legal() {
    return now.position() >= 0 && now.position() < notation.layout().code().instructions().size();
  }

  private MuStep step() {
    return notation.layout().step(now.position());
  }

  private MuItem item() {
    return step().items().get(said.size());
  }

  private Heard<MuDelta> garbled(int token, String expected) {
    return new Heard.Garbled<>(
        expected + ", found `" + words.vocabulary().word(token) + "` at " + place());
  }
}
