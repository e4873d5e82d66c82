package dev.lockstep.turing;

import dev.lockstep.grammar.turing.Symbols;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What may be written on a tape before a run.
///
/// A text stands on the first tape, its first symbol under the head, and holds no blank. A list of
/// texts stands on as many tapes. Where a machine starts within its tape,
/// `{"tape":"1001","head":2}` says so in place of a text: the head stands on the third symbol, and
/// blanks count.
///
/// @param symbols code points, the first at coordinate 0
/// @param head a coordinate
@SuppressWarnings("ArrayRecordComponent") // never compared: on its way to a tape
record TapeInput(int[] symbols, int head) {
  private static final int MOST_NAMED = 10;

  /// One for each tape. Throws `InputError`, naming the first bad symbol and where it stands, where
  /// `input` is none of the forms.
  static List<TapeInput> of(Value input, RuleTable table) {
    List<Value> given = input instanceof Value.Items(List<Value> items) ? items : List.of(input);
    if (given.size() > table.tapes() || (input instanceof Value.Items && table.tapes() == 1)) {
      throw new InputError(
          table.tapes() == 1
              ? unreadable(input, table)
              : "expected at most %d texts, one for each tape, found %d"
                  .formatted(table.tapes(), given.size()));
    }
    List<TapeInput> tapes = new ArrayList<>();
    given.forEach(each -> tapes.add(tape(each, table)));
    while (tapes.size() < table.tapes()) {
      tapes.add(new TapeInput(new int[0], 0));
    }
    return tapes;
  }

  private static TapeInput tape(Value input, RuleTable table) {
    return switch (input) {
      case Value.Text(String text) -> new TapeInput(symbols(text, table, false), 0);
      case Value.Fields fields when fields.values().keySet().equals(Set.of("tape", "head")) ->
          within(fields, table);
      default -> throw new InputError(unreadable(input, table));
    };
  }

  private static TapeInput within(Value.Fields fields, RuleTable table) {
    if (!(fields.values().get("tape") instanceof Value.Text(String text))) {
      throw new InputError("`tape`: expected a text, found " + shown(fields.values().get("tape")));
    }
    int[] symbols = symbols(text, table, true);
    if (fields.values().get("head") instanceof Value.Int(var head)
        && head.signum() >= 0
        && head.bitLength() < Integer.SIZE
        && head.intValue() <= symbols.length) {
      return new TapeInput(symbols, head.intValue());
    }
    throw new InputError(
        "`head`: expected a number from 0 to %d, found %s"
            .formatted(symbols.length, shown(fields.values().get("head"))));
  }

  private static int[] symbols(String text, RuleTable table, boolean blanks) {
    int[] symbols = text.codePoints().toArray();
    for (int i = 0; i < symbols.length; i++) {
      if (symbols[i] == table.symbols().getFirst() && !blanks) {
        throw new InputError(
            "the blank "
                + named(symbols[i])
                + " cannot stand in an input, found at position "
                + (i + 1));
      }
      if (!table.isSymbol(symbols[i])) {
        throw new InputError(
            "expected "
                + allowed(table)
                + ", found "
                + named(symbols[i])
                + " at position "
                + (i + 1));
      }
    }
    return symbols;
  }

  private static String unreadable(Value input, RuleTable table) {
    return "expected a text such as \"" + example(table) + "\", found " + shown(input);
  }

  private static String named(int symbol) {
    return "`" + Symbols.text(symbol) + "`";
  }

  private static String allowed(RuleTable table) {
    List<Integer> symbols = table.symbols().subList(1, table.symbols().size());
    if (symbols.isEmpty()) {
      return "an empty text (the program has no symbol but the blank)";
    }
    boolean all = symbols.size() <= MOST_NAMED;
    String names =
        String.join(", ", symbols.stream().limit(MOST_NAMED).map(TapeInput::named).toList());
    return "the program's symbols " + names + (all ? "" : " …");
  }

  private static String example(RuleTable table) {
    StringBuilder example = new StringBuilder();
    table.symbols().stream().skip(1).limit(4).forEach(example::appendCodePoint);
    return example.toString();
  }

  private static String shown(Value input) {
    String json = ValueJson.print(input);
    return "`" + (json.length() > 40 ? json.substring(0, 40) + "…" : json) + "`";
  }
}
