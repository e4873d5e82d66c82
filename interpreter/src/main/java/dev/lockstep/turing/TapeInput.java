package dev.lockstep.turing;

import dev.lockstep.grammar.turing.Symbols;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.util.List;

/// What may be written on a tape before a run.
final class TapeInput {
  private static final int MOST_NAMED = 10;

  private TapeInput() {}

  /// The code points of a text. Throws `InputError`, naming the first bad symbol and where it
  /// stands, where `input` is no text of symbols other than the blank.
  static int[] symbols(Value input, RuleTable table) {
    if (!(input instanceof Value.Text(String text))) {
      throw new InputError(
          "expected a text such as \"" + example(table) + "\", found " + shown(input));
    }
    int[] symbols = text.codePoints().toArray();
    for (int i = 0; i < symbols.length; i++) {
      if (symbols[i] == table.symbols().getFirst()) {
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
