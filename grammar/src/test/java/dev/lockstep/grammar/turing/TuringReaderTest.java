package dev.lockstep.grammar.turing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import java.util.List;
import org.junit.jupiter.api.Test;

class TuringReaderTest {
  private static final TuringProgram INCREMENT =
      new TuringProgram(
          '_',
          new State("right"),
          List.of(new State("done")),
          List.of(
              new Rule("right", '0', '0', Move.R, "right"),
              new Rule("right", '_', '1', Move.N, "done")));

  private static TuringProgram read(String text) {
    return TuringReader.read(new Source("test.tm", text));
  }

  private static List<String> errors(String text) {
    SourceErrors errors = catchThrowableOfType(SourceErrors.class, () -> read(text));
    assertThat(errors).isNotNull();
    return errors.diagnostics().stream().map(Diagnostic::message).toList();
  }

  @Test
  void readsAFile() {
    assertThat(
            read("blank _\nstart right\nhalt done\nright: 0 -> 0 R right\nright: _ -> 1 N done\n"))
        .isEqualTo(INCREMENT);
  }

  @Test
  void layoutAndCommentsDoNotMatter() {
    String text =
        "\uFEFF// a comment\r\n\r\n  halt\tdone // another\r\nstart right\nblank '_'\n"
            + "right:0->0 R right\n\n\n   right : '_' -> 1 N done";
    assertThat(read(text)).isEqualTo(INCREMENT).hasSameHashCodeAs(INCREMENT);
  }

  @Test
  void keepsPlacesBesideTheTree() {
    Source source = new Source("test.tm", "blank _\nstart q\nhalt h\n\n  q: '😀' -> _ R h // x\n");
    Rule rule = TuringReader.read(source).rules().getFirst();
    assertThat(rule.read()).isEqualTo(0x1F600);
    assertThat(rule.place().span().map(source::textOf)).contains("q: '😀' -> _ R h");
    assertThat(rule.to().place().span().map(source::textOf)).contains("h");
  }

  @Test
  void keywordsAndMovesMayNameStatesAndMovesMayBeSymbols() {
    TuringProgram program =
        read("blank L\nstart start\nhalt halt, L\nstart: L -> R R blank\nblank: R -> N L halt\n");
    assertThat(program.rules())
        .containsExactly(
            new Rule("start", 'L', 'R', Move.R, "blank"),
            new Rule("blank", 'R', 'N', Move.L, "halt"));
    assertThat(program.halts()).extracting(State::name).containsExactly("halt", "L");
  }

  @Test
  void readsEveryKindOfSymbol() {
    TuringProgram program =
        read(
            """
            blank ' '
            start q
            halt h
            q: ':' -> '/' R h
            q: ' ' -> ''' R h
            q: - -> > R h
            q: , -> '"' R h
            q: é -> 😀 R h
            q: # -> '#' R h
            """);
    assertThat(program.symbols())
        .containsExactlyElementsOf(" \"#',-/:>é😀".codePoints().boxed().toList());
    assertThat(TuringPrinter.print(program))
        .contains("q: ':' -> '/' R h\n")
        .contains("q: ' ' -> ''' R h\n")
        .contains("q: - -> > R h\n")
        .contains("q: ',' -> '\"' R h\n")
        .contains("q: é -> 😀 R h\n");
    assertThat(read(TuringPrinter.print(program))).isEqualTo(program);
  }

  @Test
  void reportsEverythingThatIsWrong() {
    assertThat(errors("blank _\nstart q\nhalt h\nq: 0 -> 0 h\nq: xx -> 0 R h\nq 1 -> 1 R h\n"))
        .containsExactly(
            "expected a move (`L`, `R` or `N`), found `h`",
            "expected a symbol of one character, found `xx`",
            "expected `:`, found `1`");
    assertThat(errors("q: 0 -> 1 R q\n"))
        .containsExactly("missing line `blank`", "missing line `start`", "missing line `halt`");
    assertThat(errors("blank _\nstart q\nhalt h\nq: 0 -> 1 R r\nq: 0 -> 1 R s\nh: 0 -> 1 R h\n"))
        .containsExactly(
            "undefined state `r`",
            "second rule for state `q` on `0`, the first is line 4",
            "undefined state `s`",
            "halt state `h` has a rule");
  }

  private static final String TWO = "tapes 2\nblank _\nstart q\nhalt h\n";

  @Test
  void readsARuleForEveryTape() {
    TuringProgram program = read(TWO + "q: 0, , -> ,, 'R' R, L h\n");
    assertThat(program.tapes()).isEqualTo(2);
    assertThat(program.rules().getFirst().actions())
        .containsExactly(new Rule.Action('0', ',', Move.R), new Rule.Action(',', 'R', Move.L));
    assertThat(TuringPrinter.print(program))
        .isEqualTo("tapes 2\nblank _\nstart q\nhalt h\n\nq: 0, ',' -> ',', R R, L h\n");
    assertThat(read(TuringPrinter.print(program))).isEqualTo(program);
  }

  @Test
  void anyAndSameStandForEverySymbol() {
    TuringProgram program = read(TWO + "q: 0, any -> 1, same R, N h\n");
    assertThat(program.rules())
        .hasToString("[q: 0, 0 -> 1, 0 R, N h, q: 0, 1 -> 1, 1 R, N h, q: 0, _ -> 1, _ R, N h]");
    assertThat(read("blank _\nstart q\nhalt any\nq: any -> same R q\nsame: 1 -> same L any\n"))
        .isEqualTo(
            new TuringProgram(
                '_',
                new State("q"),
                List.of(new State("any")),
                List.of(
                    new Rule("q", '1', '1', Move.R, "q"),
                    new Rule("q", '_', '_', Move.R, "q"),
                    new Rule("same", '1', '1', Move.L, "any"))));
  }

  @Test
  void overlapsAreToldOncePerPairOfRules() {
    assertThat(errors(TWO + "q: 0, 1 -> 0, 1 R, R h\nq: any, any -> same, 0 R, R h\n"))
        .containsExactly("second rule for state `q` on `0, 1`, the first is line 5");
    assertThat(errors(TWO + "q: any, 1 -> 0, 1 R, R h\nq: 0, any -> same, 0 R, R h\n"))
        .containsExactly("second rule for state `q` on `0, 1`, the first is line 5");
  }

  @Test
  void rulesForOtherNumbersOfTapesAreRefused() {
    assertThat(errors(TWO + "q: 0 -> 0, 1 R, R h\nq: 0, 1 -> 0, 1 R h\nq: 0, 1 -> 0 R, R h\n"))
        .containsExactly(
            "expected 2 symbols, one for each tape, found 1",
            "expected 2 moves, one for each tape, found 1",
            "expected 2 symbols, one for each tape, found 1");
    assertThat(errors("blank _\nstart q\nhalt h\nq: 0, 1 -> 0, 1 R, R h\n"))
        .containsExactly("expected one symbol, for one tape, found 2");
    assertThat(errors("tapes 0\nblank _\nstart q\nhalt h\nq: 0 -> 0 R h\n"))
        .containsExactly("expected a number of tapes from 1 to 8, found `0`");
  }

  @Test
  void casesThatNoRuleIsForAreNamed() {
    TuringProgram program = read(TWO + "q: 0, any -> same, same R, N h\n");
    assertThat(TuringChecker.warnings(program))
        .extracting(Diagnostic::message)
        .containsExactly("no rule for state `q` on `_, _` and `_, 0`");
  }

  @Test
  void tooManyCasesAreRefused() {
    String anys = "any, ".repeat(7) + "any";
    String moves = "N, ".repeat(7) + "N";
    String text =
        "tapes 8\nblank _\nstart q\nhalt h\nq: %s -> a, b, c, d, e, f, g, h %s h\n"
            .formatted(anys, moves);
    assertThat(errors(text))
        .containsExactly("with this rule, `any` stands for more than 1,048,576 cases");
  }

  @Test
  void suggestsTheStateThatWasMeant() {
    SourceErrors errors =
        catchThrowableOfType(
            SourceErrors.class,
            () ->
                read(
                    "blank _\nstart carry\nhalt done\ncarry: 0 -> 1 R dome\ncarry: 1 -> 1 R xyz\n"));
    assertThat(errors.diagnostics().stream().map(it -> it.hint().orElseThrow()))
        .containsExactly(
            "Did you mean `done`?", "Add a rule for it, or name it in the line `halt`.");
  }

  @Test
  void unfinishedLinesAreReportedOnTheirOwnLine() {
    SourceErrors errors =
        catchThrowableOfType(
            SourceErrors.class,
            () -> read("blank\nstart q\nhalt h,\nq: 0 -> 1 R\nq: 1 -> 1 R h\n"));
    assertThat(errors.diagnostics().stream().map(it -> errors.source().line(it.span().start())))
        .containsExactly(1, 3, 4);
  }

  @Test
  void readsAHundredThousandRules() {
    StringBuilder text = new StringBuilder("blank _\nstart s0\nhalt done\n");
    int states = 50_000;
    for (int i = 0; i < states; i++) {
      text.append("s" + i + ": _ -> 1 R s" + (i + 1) % states + "\n");
      text.append("s" + i + ": 1 -> _ L done\n");
    }
    TuringProgram program = read(text.toString());
    assertThat(program.rules()).hasSize(2 * states);
    assertThat(TuringChecker.warnings(program)).isEmpty();
    assertThat(read(TuringPrinter.print(program))).isEqualTo(program);
  }

  @Test
  void thousandsOfBrokenLinesAreAllReported() {
    assertThat(errors("q: 0 -> 1 R\n".repeat(5_000))).hasSize(5_000);
  }
}
