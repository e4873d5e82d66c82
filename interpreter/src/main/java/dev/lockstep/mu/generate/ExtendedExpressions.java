package dev.lockstep.mu.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Writes expressions of and about texts, records, options, maps and sets. No text that they give
/// is longer than a variable's or a few letters, so that what loops assign stays short.
final class ExtendedExpressions {
  private static final List<String> LITERALS =
      List.of("\"a\"", "\"b2\"", "\"é\"", "\"12\"", "\"😀z\"", "\"\"", "\" x\"", "\"-7\"");

  private final Draft draft;
  private final RandomGenerator random;
  private final Expressions plain;

  ExtendedExpressions(Draft draft, Expressions plain) {
    this.draft = draft;
    this.random = draft.random;
    this.plain = plain;
  }

  /// An int about a visible name that is none.
  Optional<String> number(int depth) {
    List<String> forms = new ArrayList<>();
    if (draft.has(Extra.TEXTS, Sort.TEXT)) {
      String text = draft.one(Sort.TEXT);
      forms.add("len(" + text + ")");
      forms.add("or_else(parse_int(" + text + "), " + random.nextInt(9) + ")");
      forms.add("or_else(find(" + text + ", " + letter() + "), -1)");
      forms.add("ord((" + text + " + \"q\")[0])");
    }
    if (draft.has(Extra.RECORDS, Sort.POINT)) {
      forms.add(draft.one(Sort.POINT) + (random.nextBoolean() ? ".x" : ".y"));
      forms.add("(" + draft.one(Sort.POINT) + " with (x: " + plain.number(depth - 1) + ")).x");
    }
    if (draft.has(Extra.RECORDS, Sort.OPTION)) {
      String option = draft.one(Sort.OPTION);
      forms.add("or_else(" + option + ", " + random.nextInt(9) + ")");
      forms.add("(if is_some(" + option + ") { unwrap(" + option + ") } else { 0 })");
      forms.add(matched(option));
    }
    if (draft.has(Extra.TABLES, Sort.MAP)) {
      String map = draft.one(Sort.MAP);
      forms.add("len(" + map + ")");
      forms.add("sum(values(" + map + "))");
      forms.add("or_else(lookup(" + map + ", " + text() + "), " + random.nextInt(9) + ")");
      forms.add(draft.faulty() ? map + "[" + text() + "]" : "len(keys(" + map + "))");
    }
    if (draft.has(Extra.TABLES, Sort.SET)) {
      forms.add("len(" + draft.one(Sort.SET) + ")");
    }
    return forms.isEmpty() ? Optional.empty() : Optional.of(draft.one(forms));
  }

  private String matched(String option) {
    String name = draft.names.fresh();
    return "(match %s { some(%s) if %s > %d => %s - 1, some(%s) => %s, none => %s })"
        .formatted(option, name, name, random.nextInt(9), name, name, name, draft.one(Sort.INT));
  }

  Optional<String> truth() {
    List<String> forms = new ArrayList<>();
    if (draft.has(Extra.TEXTS, Sort.TEXT)) {
      String text = draft.one(Sort.TEXT);
      forms.add(text + (random.nextBoolean() ? " < " : " == ") + text());
      forms.add(letter() + " in " + text);
      forms.add("starts_with(" + text + ", " + letter() + ")");
      forms.add("(" + plain.number(1) + ", " + text + ") <= (" + plain.number(0) + ", \"b\")");
    }
    if (draft.has(Extra.RECORDS, Sort.POINT)) {
      forms.add(draft.one(Sort.POINT) + " == " + point());
    }
    if (draft.has(Extra.RECORDS, Sort.OPTION)) {
      forms.add("is_some(" + draft.one(Sort.OPTION) + ")");
      forms.add(draft.one(Sort.OPTION) + " != some(" + plain.number(0) + ")");
    }
    if (draft.has(Extra.TABLES, Sort.MAP)) {
      forms.add(text() + " in " + draft.one(Sort.MAP));
      forms.add(draft.one(Sort.MAP) + " == " + draft.one(Sort.MAP));
    }
    if (draft.has(Extra.TABLES, Sort.SET)) {
      forms.add(plain.number(0) + " in " + draft.one(Sort.SET));
      forms.add(draft.one(Sort.SET) + " == set_of([" + plain.number(0) + "])");
    }
    return forms.isEmpty() ? Optional.empty() : Optional.of(draft.one(forms));
  }

  private String letter() {
    return draft.one(LITERALS.subList(0, 3));
  }

  String text() {
    if (!draft.names.has(Sort.TEXT) || random.nextInt(4) == 0) {
      return draft.one(LITERALS);
    }
    String text = draft.one(Sort.TEXT);
    return switch (random.nextInt(draft.knobs.family().has(Extra.TEXTS) ? 8 : 3)) {
      case 0, 1 -> text;
      case 2 -> "str((" + plain.number(1) + ") % 31)";
      case 3 -> (random.nextBoolean() ? "upper(" : "lower(") + text + ")";
      case 4 -> "substring(" + text + ", 0, len(" + text + ") / 2)";
      case 5 -> "chr(97 + (" + plain.number(1) + ") % 26)";
      case 6 -> "replace(" + text + ", " + letter() + ", \"c\")";
      default ->
          "(if " + plain.truth(1) + " { " + text + " } else { " + draft.one(LITERALS) + " })";
    };
  }

  String point() {
    if (draft.names.has(Sort.POINT) && random.nextInt(3) == 0) {
      String field = random.nextBoolean() ? "x" : "y";
      return draft.one(Sort.POINT) + " with (" + field + ": " + plain.small() + ")";
    }
    return "Point(y: " + plain.small() + ", x: " + plain.small() + ")";
  }

  String option() {
    String some = "some(" + plain.small() + ")";
    return switch (random.nextInt(3)) {
      case 0 -> some;
      case 1 -> "none";
      default -> "if " + plain.truth(1) + " { " + some + " } else { none }";
    };
  }
}
