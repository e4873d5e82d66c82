package dev.lockstep.verify;

import dev.lockstep.neural.Arithmetic;
import java.util.List;

/// A verdict over every window that a run could ever meet, and the claim that follows from it.
///
/// @param subject what the claim is about
/// @param windows allowed windows, all of which were asked
/// @param wrong windows on which the network does not say what the rule says, or not surely enough
/// @param failures the first of them
/// @param leastMargin the least margin of a logit over the next one, over all windows
/// @param leastWindow where
/// @param bound what every margin must exceed: the greater of 0.5 and 1,000 times the spread
/// @param invariant the condition on configurations that every window relies on
/// @param objections why the windows would not cover every run; none in a certificate that holds
/// @param agreement how far the layout's rule was held against the machine's steps
public record Certificate(
    Subject subject,
    long windows,
    long wrong,
    List<Failure> failures,
    double leastMargin,
    String leastWindow,
    double bound,
    Spread spread,
    String invariant,
    List<String> objections,
    Agreement agreement) {

  public Certificate {
    failures = List.copyOf(failures);
    objections = List.copyOf(objections);
  }

  /// Whether the claim follows.
  public boolean holds() {
    return wrong == 0
        && objections.isEmpty()
        && agreement.holds()
        && leastMargin > bound
        && bound >= Certifier.BOUND;
  }

  /// The same certificate after runs by the layout's rule were compared with the machine's; it no
  /// longer holds where they part.
  public Certificate compared(Agreement runs) {
    return new Certificate(
        subject,
        windows,
        wrong,
        failures,
        leastMargin,
        leastWindow,
        bound,
        spread,
        invariant,
        objections,
        runs);
  }

  /// What is certified.
  ///
  /// @param program the program's name
  /// @param programSha256 the hash of its printed form
  /// @param weightsSha256 the hash of the weights' file
  /// @param arithmetic what the network was computed with
  public record Subject(
      String program, String programSha256, String weightsSha256, Arithmetic arithmetic) {}

  /// One window that the network has wrong, or not surely enough.
  ///
  /// @param window by names, the middle cell in brackets
  /// @param rule where in the program the right answer stands
  public record Failure(
      String window, String expected, String proposed, double margin, String rule) {}

  /// The claim, exact about what it covers.
  public String theorem() {
    return """
        Let I be the condition "%s". Every start satisfies I and the rule preserves it.
        On each of the %,d windows that I allows, edge- and blank-centred ones included, the
        network's greatest logit is the rule's content, with a margin above %s. Hence every step
        on every row of any length, for any number of steps, is the machine's: with these weights,
        in this arithmetic, given what the host supplies."""
        .formatted(invariant, windows, CertificateText.number(bound));
  }

  /// What the claim rests on and does not show.
  public List<String> assumptions() {
    return List.of(
        "the layout's rule is the program's: both come from the same source"
            + (agreement.runs() == 0
                ? ""
                : ", and agree on %,d steps of %,d runs"
                    .formatted(agreement.steps(), agreement.runs())),
        "a start satisfies I, and the host reads rows, applies deltas, moves heads as they say, takes"
            + " cells outside a row as blank or wraps it around, and stops where the run is over",
        "the arithmetic stays as recorded (TF32 and bf16 off), and noise stays below the bound,"
            + " measured on "
            + spread.windows()
            + " windows over "
            + String.join(", ", spread.by().keySet()));
  }

  /// What nobody should read into it.
  public List<String> notClaimed() {
    return List.of(
        "anything about parsing, printing, or whether the machine halts",
        "that the network generalised: a table of all windows would pass as well",
        "anything for other weights, another engine, device, number format or thread count");
  }
}
