package dev.lockstep.notation;

import dev.lockstep.grammar.Deep;
import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.code.MuInstruction;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.notation.MuItem.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The runs of a Mu program in tokens.
///
/// Each step says, in the order of its layout: at the head of a turn, the live scalars again; the
/// values it reads; the values it writes; and where the run goes on (an instruction, `return`). In
/// the place of all that a step may say `fail`. A run ends with `halt`.
///
/// In sight of a token are the tokens of the running call since its last turn began, and the cells
/// of lists at places that the program's syntax names (`MuAnchors`). Of an int of many digits those
/// near the digit that is being written are in sight.
public final class MuNotation implements Notation<MuConfiguration, MuDelta> {
  /// The most slots of a visible set. Where steps say more (large ints), the oldest tokens are out
  /// of sight.
  public static final int MOST_SLOTS = 128;

  private final MuLayout layout;
  private final MuWords words;
  private final MuCells cells;
  private final Machine<MuConfiguration, MuDelta> machine;
  private final Source source;
  private final Shape shape;

  /// The notation of a program whose text is `source`.
  ///
  /// @param machine asked for `apply` only
  public MuNotation(MuCode code, Machine<MuConfiguration, MuDelta> machine, Source source) {
    this.layout = MuLayout.of(code);
    this.words = new MuWords(code.instructions().size());
    this.cells = new MuCells(layout, words);
    this.machine = machine;
    this.source = source;
    this.shape =
        new Shape(
            List.of(layout.askedRoles(), MuDigits.ASKED),
            List.of(words.vocabulary().size(), layout.roles(), cells.relations(), MuDigits.SEEN),
            Math.min(MOST_SLOTS, layout.longestSegment() + cells.most()));
  }

  @Override
  public Vocabulary vocabulary() {
    return words.vocabulary();
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public Script<MuConfiguration, MuDelta> begin(MuConfiguration start) {
    return new MuScript(this, machine, start);
  }

  @Override
  public List<Integer> spell(MuConfiguration before, Next<MuDelta> next, Note note) {
    return switch (next) {
      case Next.Halt<MuDelta>() -> List.of(words.halt);
      case Next.Fail<MuDelta> _ -> List.of(words.fail);
      case Next.Garbled<MuDelta>(String why) ->
          throw new IllegalArgumentException("no true step: " + why);
      case Next.Do<MuDelta>(MuDelta delta, _) -> {
        List<Integer> tokens = new ArrayList<>();
        for (Said said : MuTruth.of(layout, before, delta, note)) {
          tokens.addAll(spell(said));
        }
        yield tokens;
      }
    };
  }

  @Override
  public Next<MuDelta> project(MuConfiguration before, Next<MuDelta> next) {
    return next instanceof Next.Fail<MuDelta>
        ? new Next.Fail<>(MuScript.fault(layout.code().at(before.position())))
        : next;
  }

  @Override
  public List<String> supplied() {
    List<String> aids = new ArrayList<>();
    aids.add("the layout of each step: which variables it reads and writes, in which order");
    aids.add("which list cells are in sight, by the places that the syntax names");
    aids.add("the call stack, and the tokens of a caller when a call returns");
    aids.add("literal bounds of loops, literal list indices and places beside a pointer");
    aids.add(
        "which list a name stands for, its length and last element, and the text of printed lists");
    for (MuAnchors.Window window : layout.anchors().windows()) {
      if (layout.anchors().pointer(window.function(), window.variable())) {
        aids.add(
            "the place of `" + window.variable() + "` in `" + window.list() + "`, turn by turn");
      }
    }
    return List.copyOf(aids);
  }

  /// Why what is in sight does not suffice for runs of any length, with the place; empty where it
  /// does, as long as every int is below 100 in absolute value.
  public Optional<Diagnostic> outsideFragment() {
    return Deep.call(() -> new MuFragment(layout).leaves());
  }

  /// What an instruction is, as the program writes it: "`carry = total / 10`".
  String where(MuInstruction instruction) {
    String text = source.textOf(instruction.span()).strip();
    int line = text.indexOf('\n');
    return "`" + (line < 0 ? text : text.substring(0, line).strip() + " …") + "`";
  }

  MuLayout layout() {
    return layout;
  }

  MuWords words() {
    return words;
  }

  MuCells cells() {
    return cells;
  }

  private List<Integer> spell(Said said) {
    return switch (said) {
      case Said.Of(var value) -> words.spell(value);
      case Said.Skip() -> List.of(words.skip);
      case Said.Done() -> List.of(words.done);
      case Said.To(int site) -> List.of(words.site(site));
      case Said.Back() -> List.of(words.back);
    };
  }
}
