package dev.lockstep.grammar;

import java.util.BitSet;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/// How a parser goes on after an error: it skips to a token that some open rule can go on with.
///
/// Against ANTLR's own way: a line break is never left out, since that would run two lines into one
/// and report the second as well; what stands in braces is skipped whole; and each mending takes
/// little time however deep the text is nested, and there are only so many, since 100,000 open
/// parentheses are as many errors.
final class Mending extends DefaultErrorStrategy {
  private static final int MOST = 300;

  private int times;

  /// Throws `ParseCancellationException` when it is asked too often.
  @Override
  protected IntervalSet getErrorRecoverySet(Parser parser) {
    times++;
    if (times > MOST) {
      throw new ParseCancellationException("too many errors");
    }
    ATN grammar = parser.getATN();
    IntervalSet tokens = new IntervalSet();
    BitSet seen = new BitSet();
    RuleContext rule = parser.getContext();
    while (rule != null && rule.invokingState >= 0) {
      if (!seen.get(rule.invokingState)) {
        seen.set(rule.invokingState);
        RuleTransition call = (RuleTransition) grammar.states.get(rule.invokingState).transition(0);
        tokens.addAll(grammar.nextTokens(call.followState));
      }
      rule = rule.parent;
    }
    tokens.remove(Token.EPSILON);
    return tokens;
  }

  @Override
  protected Token singleTokenDeletion(Parser parser) {
    boolean lineBreak = parser.getCurrentToken().getText().endsWith("\n");
    return lineBreak ? null : super.singleTokenDeletion(parser);
  }

  @Override
  protected void consumeUntil(Parser parser, IntervalSet tokens) {
    int depth = 0;
    Token token = parser.getCurrentToken();
    while (token.getType() != Token.EOF && (depth > 0 || !tokens.contains(token.getType()))) {
      switch (token.getText()) {
        case "{" -> depth++;
        case "}" -> depth = Math.max(0, depth - 1);
        default -> {} // no brace
      }
      parser.consume();
      token = parser.getCurrentToken();
    }
  }
}
