package dev.lockstep.notation;

import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.value.MuValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An answer being written.
final class AnswerScript implements Script<MuConfiguration, MuDelta> {
  private static final int ANSWER = 0;

  private final MuWords words;
  private final MuConfiguration start;
  private final List<Placed> question;
  private final Map<Long, List<Placed>> placed = new HashMap<>();
  private final MuNumeral numeral;
  private final List<Value> values = new ArrayList<>();
  private List<Integer> element = new ArrayList<>();
  private List<Integer> last = List.of();

  AnswerScript(MuLayout layout, MuWords words, MuConfiguration start) {
    this.words = words;
    this.start = start;
    this.numeral = new MuNumeral(words);
    this.question = new MuQuestion(layout, words, start).tokens();
    for (Placed it : question) {
      placed.computeIfAbsent(it.coordinate(), _ -> new ArrayList<>()).add(it);
    }
  }

  @Override
  public void look(Sight sight) {
    sight.clear();
    sight.ask(ANSWER, MuDigits.asked(numeral.place()));
    show(last, 0, sight);
    show(element, 1, sight);
    for (int relation = 0; relation <= 2; relation++) {
      List<Placed> there = placed.getOrDefault(coordinate() + relation - 1, List.of());
      for (int i = 0; i < there.size(); i++) {
        Placed it = there.get(i);
        boolean goesOn = i > 0 && there.get(i - 1).role() == it.role();
        int place = goesOn ? i : 0;
        MuDigits.show(sight, it.token(), it.role(), relation, place, numeral.place());
      }
    }
  }

  private void show(List<Integer> tokens, int relation, Sight sight) {
    for (int i = 0; i < tokens.size(); i++) {
      MuDigits.show(sight, tokens.get(i), ANSWER, relation, i, numeral.place());
    }
  }

  @Override
  public Heard<MuDelta> accept(int token) {
    boolean fresh = numeral.place() == 0;
    if (fresh && token == words.end) {
      return new Heard.Answer<>(new Value.Items(values));
    }
    if (fresh && token == words.fail && values.isEmpty()) {
      Fault fault = new Fault("the program fails", Optional.empty(), Optional.empty());
      return new Heard.Step<>(new Next.Fail<>(fault));
    }
    if (!numeral.accept(token)) {
      return new Heard.Garbled<>(
          "expected a value, found `" + words.vocabulary().word(token) + "` at " + place());
    }
    element.add(token);
    numeral.value().ifPresent(this::take);
    return new Heard.More<>();
  }

  private void take(MuValue value) {
    values.add(
        switch (value) {
          case MuValue.Extended it -> throw MuBeyond.met(it);
          case MuValue.IntValue(BigInteger number) -> new Value.Int(number);
          case MuValue.BoolValue(boolean truth) -> new Value.Bool(truth);
          case MuValue.ListRef(int id) -> Value.of("list " + id);
        });
    numeral.clear();
    last = element;
    element = new ArrayList<>();
  }

  /// A run without a trace claims no configuration but its first.
  @Override
  public MuConfiguration configuration() {
    return start;
  }

  @Override
  public String place() {
    return "answer, index " + values.size();
  }

  @Override
  public List<Placed> question() {
    return question;
  }

  @Override
  public int role() {
    return ANSWER;
  }

  /// Elements of the question stand at 1 and on.
  @Override
  public long coordinate() {
    return values.size() + 1L;
  }
}
