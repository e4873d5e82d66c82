package dev.lockstep.notation;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.ValueJson;
import java.util.ArrayList;
import java.util.List;

/// A run of any language being written.
final class DerivedScript<C, D> implements Script<C, D> {
  /// A step of more tokens than this is garbled: a network may never say its end.
  private static final int LONGEST_STEP = 100_000;

  private final Machine<C, D> machine;
  private final DeltaJson<D> json;
  private final DerivedWords words;
  private final List<Placed> question = new ArrayList<>();
  private C now;
  private String shown;
  private List<Integer> before = List.of();
  private List<Integer> said = new ArrayList<>();
  private long steps;

  DerivedScript(Machine<C, D> machine, DeltaJson<D> json, DerivedWords words, C start) {
    this.machine = machine;
    this.json = json;
    this.words = words;
    this.now = start;
    this.shown = start.toString();
    for (int i = 0; i < shown.length(); i++) {
      question.add(new Placed(words.letter(shown.charAt(i)), 0, i + 1L));
    }
  }

  @Override
  public void look(Sight sight) {
    sight.clear();
    sight.ask(role());
    int length = shown.length();
    for (int i = 0; i < Math.min(DerivedNotation.SEEN, length); i++) {
      sight.add(words.letter(shown.charAt(i)), DerivedNotation.HEAD, i);
      sight.add(words.letter(shown.charAt(length - 1 - i)), DerivedNotation.TAIL, i);
    }
    for (int i = 0; i < Math.min(DerivedNotation.SEEN, before.size()); i++) {
      sight.add(before.get(i), DerivedNotation.BEFORE, i);
    }
    for (int i = 0; i < Math.min(DerivedNotation.SEEN, said.size()); i++) {
      sight.add(said.get(said.size() - 1 - i), DerivedNotation.NOW, i);
    }
  }

  @Override
  public Heard<D> accept(int token) {
    if (token == words.halt() || token == words.fail()) {
      if (!said.isEmpty()) {
        return new Heard.Garbled<>(
            "`" + words.vocabulary().word(token) + "` within a step at " + place());
      }
      return new Heard.Step<>(
          token == words.halt() ? new Next.Halt<>() : new Next.Fail<>(DerivedNotation.failed()));
    }
    if (token == words.end()) {
      return step();
    }
    said.add(token);
    return said.size() > LONGEST_STEP
        ? new Heard.Garbled<>("a step of more than " + LONGEST_STEP + " tokens")
        : new Heard.More<>();
  }

  private Heard<D> step() {
    String text = String.join("", said.stream().map(words.vocabulary()::word).toList());
    D delta;
    C after;
    try {
      delta = json.read(JsonTrees.MAPPER.readTree(text));
      after = machine.apply(now, delta);
    } catch (JsonProcessingException e) {
      return new Heard.Garbled<>(ValueJson.explain(e));
    } catch (IllegalArgumentException e) {
      return new Heard.Garbled<>(e.getMessage());
    }
    now = after;
    shown = after.toString();
    before = said;
    said = new ArrayList<>();
    steps++;
    return new Heard.Step<>(new Next.Do<>(delta));
  }

  @Override
  public C configuration() {
    return now;
  }

  @Override
  public String place() {
    return "step " + (steps + 1) + ", token " + (said.size() + 1);
  }

  @Override
  public List<Placed> question() {
    return List.copyOf(question);
  }

  @Override
  public int role() {
    return Math.min(said.size(), DerivedNotation.ROLES - 1);
  }

  @Override
  public long coordinate() {
    return steps;
  }
}
