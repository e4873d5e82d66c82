package dev.lockstep.examples.demo;

import dev.lockstep.learn.LoopedFigures;
import dev.lockstep.report.Png;
import dev.lockstep.verify.Certificate;
import dev.lockstep.verify.Score;
import java.util.List;
import java.util.Optional;

/// What part one measured.
///
/// @param program the program's name
/// @param trained how long training inputs were, in symbols
/// @param learned what training measured
/// @param seconds wall time of training
/// @param score whole runs on longer inputs, by length
/// @param longest the length of the longest input verified
/// @param certificate as the engine gives it
/// @param checker what the independent checker printed, line by line
/// @param confirmed whether it confirmed the certificate
/// @param sabotage the flipped weight and what it broke; empty where no flip tried broke anything
/// @param pictured how many symbols the input of the pictured run has
/// @param spaceTime that run as a picture
record TuringFigures(
    String program,
    int trained,
    LoopedFigures learned,
    double seconds,
    Score score,
    int longest,
    Certificate certificate,
    List<String> checker,
    boolean confirmed,
    Optional<Sabotage> sabotage,
    int pictured,
    Png spaceTime) {

  TuringFigures {
    checker = List.copyOf(checker);
  }

  boolean holds() {
    return score.exact().right() == score.exact().total() && certificate.holds() && confirmed;
  }

  /// One weight whose sign was flipped.
  ///
  /// @param weight which, such as `head.weight[17]`
  /// @param wrong windows that fail now
  /// @param failing the failing window that the run met
  /// @param expected the content that the rule gives there
  /// @param proposed the content that the network gives there
  /// @param rule where in the program the right answer stands
  /// @param input the input of the run that fails
  /// @param departure the first wrong step of that run, several lines
  record Sabotage(
      String weight,
      long wrong,
      String failing,
      String expected,
      String proposed,
      String rule,
      String input,
      long step,
      String departure) {}
}
