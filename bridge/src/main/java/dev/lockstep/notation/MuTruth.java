package dev.lockstep.notation;

import dev.lockstep.machine.Note;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.code.MuInstruction;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.machine.MuLoop;
import dev.lockstep.mu.value.MuValue;
import dev.lockstep.notation.MuItem.Said;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a true step says at each item of its layout.
final class MuTruth {
  private final MuLayout layout;
  private final MuConfiguration before;
  private final MuStep step;
  private final Said[] said;
  private int written;

  private MuTruth(MuLayout layout, MuConfiguration before) {
    this.layout = layout;
    this.before = before;
    this.step = layout.step(before.position());
    this.said = new Said[step.items().size()];
    Arrays.fill(said, new Said.Skip());
  }

  static List<Said> of(MuLayout layout, MuConfiguration before, MuDelta delta, Note note) {
    MuTruth truth = new MuTruth(layout, before);
    truth.keep();
    truth.read(note);
    truth.write(delta);
    boolean back = truth.step.instruction() instanceof MuInstruction.Return;
    truth.said[truth.said.length - 1] = back ? new Said.Back() : new Said.To(delta.next());
    return List.of(truth.said);
  }

  private void keep() {
    for (int i = 0; i < said.length; i++) {
      MuItem item = step.items().get(i);
      Optional<MuValue> kept =
          switch (item.kind()) {
            case SNAPSHOT -> Optional.ofNullable(before.frame().variables().get(item.name()));
            case BOUND -> bound(item.name());
            case READ, ADDRESS, WRITE, GOTO -> Optional.empty();
          };
      if (kept.isPresent()) {
        said[i] = new Said.Of(kept.get());
      }
    }
  }

  private Optional<MuValue> bound(String variable) {
    return before.frame().loops().get(variable) instanceof MuLoop.Counting(_, BigInteger to)
        ? Optional.of(new MuValue.IntValue(to))
        : Optional.empty();
  }

  /// Reads that short circuits left out are skipped: notes and leaves stand in the same order.
  private void read(Note note) {
    int at = 0;
    for (MuStep.Reading reading : step.reads()) {
      if (at == note.reads().size() || !reading.leaf().matches(note.reads().get(at).place())) {
        continue;
      }
      Note.Read read = note.reads().get(at++);
      if (reading.item() < 0) {
        continue;
      }
      said[reading.item()] = new Said.Of(value(read.value()));
      List<Integer> indices = indices(read.place());
      for (int i = 0; i < reading.addresses().size() && i < indices.size(); i++) {
        if (reading.addresses().get(i) >= 0) {
          said[reading.addresses().get(i)] = new Said.Of(MuValue.of(indices.get(i)));
        }
      }
    }
  }

  /// The numbers in the brackets of a place: 3 and 1 for `xss[3][1]`.
  private static List<Integer> indices(String place) {
    List<Integer> indices = new ArrayList<>();
    for (int open = place.indexOf('['); open >= 0; open = place.indexOf('[', open + 1)) {
      indices.add(Integer.parseInt(place.substring(open + 1, place.indexOf(']', open))));
    }
    return indices;
  }

  private static MuValue value(Value value) {
    return switch (value) {
      case Value.Int(BigInteger number) -> new MuValue.IntValue(number);
      case Value.Bool(boolean truth) -> new MuValue.BoolValue(truth);
      case Value.Fields(var fields) when fields.get("list") instanceof Value.Int(BigInteger id) ->
          new MuValue.ListRef(id.intValue());
      case Value.Fields _, Value.Text _, Value.Items _, Value.Nothing _ ->
          throw new IllegalArgumentException("no value of a Mu variable: " + value);
    };
  }

  private void write(MuDelta delta) {
    switch (delta) {
      case MuDelta.Extended it -> throw MuBeyond.met(it);
      case MuDelta.Bind it -> put(it.value());
      case MuDelta.NewList it -> elements(it);
      case MuDelta.SetElement it -> {
        MuInstruction.SetElement set = (MuInstruction.SetElement) step.instruction();
        putIf(layout.valueSaid(function(), set.list()), new MuValue.ListRef(it.id()));
        putIf(MuLayout.indexSaid(set), MuValue.of(it.index()));
        putIf(layout.valueSaid(function(), set.value()), it.value());
      }
      case MuDelta.Push it -> {
        MuInstruction.Push push = (MuInstruction.Push) step.instruction();
        putIf(layout.valueSaid(function(), push.list()), new MuValue.ListRef(it.id()));
        putIf(layout.valueSaid(function(), push.value()), it.value());
      }
      case MuDelta.Pop it -> {
        MuInstruction.Pop pop = (MuInstruction.Pop) step.instruction();
        putIf(layout.valueSaid(function(), pop.list()), new MuValue.ListRef(it.id()));
        put(it.value());
      }
      case MuDelta.Branch it -> put(new MuValue.BoolValue(it.taken()));
      case MuDelta.StartRange it -> {
        MuInstruction.StartRange start = (MuInstruction.StartRange) step.instruction();
        putIf(layout.startSaid(start), new MuValue.IntValue(it.from()));
        put(new MuValue.IntValue(it.to()));
      }
      case MuDelta.StartWalk it -> put(new MuValue.ListRef(it.id()));
      case MuDelta.Turn it -> put(it.value());
      case MuDelta.EndLoop _ -> {
        if (written < step.writes().size()) {
          said[step.writes().get(written)] = new Said.Done();
        }
      }
      case MuDelta.Enter it -> arguments(it);
      case MuDelta.Return it -> it.value().ifPresent(this::put);
      case MuDelta.Print it -> printed(it.text());
      case MuDelta.Held _ -> {}
    }
  }

  private String function() {
    return step.instruction().origin().function();
  }

  private void elements(MuDelta.NewList it) {
    MuInstruction.NewList list = (MuInstruction.NewList) step.instruction();
    for (int i = 0; i < it.elements().size(); i++) {
      putIf(layout.valueSaid(function(), list.elements().get(i)), it.elements().get(i));
    }
  }

  private void arguments(MuDelta.Enter it) {
    MuInstruction.Call call = (MuInstruction.Call) step.instruction();
    int i = 0;
    for (MuValue argument : it.arguments().values()) {
      putIf(layout.valueSaid(function(), call.arguments().get(i++)), argument);
    }
  }

  private void printed(String text) {
    switch (ValueJson.parse(text)) {
      case Value.Int(BigInteger number) -> put(new MuValue.IntValue(number));
      case Value.Bool(boolean truth) -> put(new MuValue.BoolValue(truth));
      case Value.Items _,
          Value.Fields _,
          Value.Text _,
          Value.Nothing _ -> {} // a list is found by its name
    }
  }

  private void putIf(boolean said, MuValue value) {
    if (said) {
      put(value);
    }
  }

  /// Nothing where the layout leaves the last write out.
  private void put(MuValue value) {
    if (written < step.writes().size()) {
      said[step.writes().get(written++)] = new Said.Of(value);
    }
  }
}
