package dev.lockstep.grammar;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/// ANTLR's way to go on after an error, for a limited number of times: each costs time in
/// proportion to the nesting, and 100,000 open parentheses are as many errors.
final class Mending extends DefaultErrorStrategy {
  private static final int MOST = 100;

  private int times;

  /// Throws `ParseCancellationException` when it is asked too often.
  @Override
  protected IntervalSet getErrorRecoverySet(Parser recognizer) {
    times++;
    if (times > MOST) {
      throw new ParseCancellationException("too many errors");
    }
    return super.getErrorRecoverySet(recognizer);
  }
}
