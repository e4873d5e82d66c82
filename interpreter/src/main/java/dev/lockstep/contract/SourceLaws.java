package dev.lockstep.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.ProgramHash;
import java.util.SplittableRandom;

/// What holds for sources: a printed program is that program, and a slip gets a located error.
///
/// @param steps the most of a run
record SourceLaws<P, C, D>(Language<P, C, D> language, int steps) {
  private static final int MUTANTS = 4; // of each program
  private static final int MUTANT_STEPS = 50;

  void printedIsParsed(Sampled<P> sampled) {
    String printed = language.print(sampled.program());
    P read = language.parse(source(printed));
    assertEquals(sampled.program(), read, "printed and parsed");
    assertEquals(printed, language.print(read), "printed, parsed and printed");
    assertEquals(
        ProgramHash.of(language, sampled.program()), ProgramHash.of(language, read), "hash");
  }

  /// How many of the sources with slips were refused.
  int slipsAreLocated(Sampled<P> sampled) {
    int refused = 0;
    String printed = language.print(sampled.program());
    SplittableRandom random = new SplittableRandom(printed.hashCode());
    for (int i = 0; i < MUTANTS; i++) {
      Source mutant = source(Mutants.of(printed, random));
      try {
        usable(mutant, sampled);
      } catch (SourceErrors errors) {
        refused++;
        assertFalse(errors.diagnostics().isEmpty(), "errors without a diagnostic");
        errors.diagnostics().forEach(it -> assertTrue(it.isError(), it.message()));
        Messages.assertLocated(errors.diagnostics(), mutant);
      } catch (RuntimeException e) {
        fail("a source with a slip:\n" + mutant.text(), e);
      }
    }
    return refused;
  }

  /// A changed source that is a program after all keeps the laws of programs.
  private void usable(Source mutant, Sampled<P> original) {
    P program = language.parse(mutant);
    Messages.assertLocated(language.warnings(program), mutant);
    assertEquals(program, language.parse(source(language.print(program))), mutant.text());
    try {
      new Sampled<>(mutant.name(), program, original.input())
          .run(language, Budget.ofSteps(Math.min(MUTANT_STEPS, steps)));
    } catch (InputError e) {
      Messages.assertSaid(e.getMessage());
    }
  }

  private Source source(String text) {
    return new Source("printed." + language.suffix(), text);
  }
}
