package dev.lockstep.examples;

import dev.lockstep.execute.LayoutMachine;
import dev.lockstep.execute.WindowNetwork;
import dev.lockstep.execute.WindowShape;
import dev.lockstep.grammar.Source;
import dev.lockstep.learn.LearningPlan;
import dev.lockstep.learn.Lesson;
import dev.lockstep.learn.LoopedLearner;
import dev.lockstep.learn.Progress;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.Value;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.Hardware;
import dev.lockstep.turing.TuringLanguage;
import dev.lockstep.verify.Certificate;
import dev.lockstep.verify.Certifier;
import dev.lockstep.verify.Verifier;
import java.io.PrintStream;
import java.util.LinkedHashMap;

/// Lockstep as a library, on one page: parse, run, learn, execute, verify, certify.
public final class LibraryTour {
  private static final String INCREMENT =
      """
      blank _
      start right
      halt done

      right: 0 -> 0 R right
      right: 1 -> 1 R right
      right: _ -> _ L carry
      carry: 1 -> 0 L carry
      carry: 0 -> 1 L done
      carry: _ -> 1 L done
      """;

  private LibraryTour() {}

  public static void main(String[] arguments) {
    tour(System.out);
  }

  static void tour(PrintStream out) {
    var turing = new TuringLanguage();
    var program = turing.parse(new Source("increment.tm", INCREMENT));
    var machine = turing.load(program);

    // The symbolic interpreter: a run is a list of deltas.
    var trace = new Interpreter<>(machine).trace(machine.start(Value.of("1011")), Budget.DEFAULT);
    out.println(trace.steps() + " steps, " + machine.output(trace.last()).orElseThrow());

    // A network learns the local rule from traces of inputs of at most 6 symbols.
    var plan = LearningPlan.DEFAULT.withSeed(1).withInputs(64, 6);
    var hash = ProgramHash.of(turing, program);
    var lesson = Lesson.of(turing, program, plan);
    try (var learner = LoopedLearner.start(lesson, plan, hash, Hardware.best())) {
      learner.learn(Progress.silent(), () -> false);

      // Put behind `next` it is a machine too, run by the same interpreter and held against it.
      var layout = lesson.layout();
      var network = new WindowNetwork(WindowShape.of(layout), learner.model());
      var neural = new LayoutMachine<>(machine, layout, network);
      var long1s = machine.start(Value.of("1".repeat(200)));
      var verdict =
          new Verifier<>(machine).verify(new Interpreter<>(neural), long1s, Budget.DEFAULT);
      out.println(verdict.describe());

      // And the same comparison over every window there is.
      var subject =
          new Certificate.Subject(
              "increment.tm",
              hash.hex(),
              learner.model().weights().sha256(),
              Arithmetic.of(Hardware.best()));
      var certificate = Certifier.certify(layout, network, new LinkedHashMap<>(), subject);
      out.println(
          certificate.holds()
              ? "certified on all " + certificate.windows() + " windows"
              : "not certified: " + certificate.failures());
    }
  }
}
