package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Diagnostic;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;

/// What a syntax error of Mu expected, in the words of the language.
final class SyntaxWords {
  private SyntaxWords() {}

  static Optional<String> expected(Parser parser, RecognitionException e) {
    return switch (parser.getContext()) {
      case MuParser.ProgramContext _ -> Optional.of("a function (`fn`)");
      case MuParser.TypeContext it when it.children == null -> Optional.of("a type");
      case MuParser.PlainTypeContext it when it.children == null -> Optional.of("a type");
      case MuParser.NameContext _, MuParser.BindingContext _ -> Optional.of("a name");
      case MuParser.PatternContext it when it.children == null -> Optional.of("a pattern");
      case MuParser.RepetitionContext it when it.expression() != null -> Optional.of("`{`");
      case MuParser.LoopContext it when it.expression().size() == 1 -> Optional.of("`{` or `..`");
      case MuParser.BlockContext it when it.children == null -> Optional.of("`{`");
      case MuParser.BlockContext _, MuParser.LineContext _ -> Optional.of("the end of the line");
      case MuParser.ArmLineContext it when it.pattern() != null && it.guard() == null ->
          Optional.of("`=>` or `if`");
      case MuParser.ValueArmContext it when it.pattern() != null && it.guard() == null ->
          Optional.of("`=>` or `if`");
      case MuParser.ArmLineContext it when it.guard() != null -> Optional.of("`=>`");
      case MuParser.ValueArmContext it when it.guard() != null -> Optional.of("`=>`");
      case MuParser.SuffixContext _ -> Optional.of("`]`");
      case MuParser.GroupContext _ -> Optional.of("`)`");
      case MuParser.BranchContext it when it.children == null -> Optional.of("`{`");
      case MuParser.ListContext it -> Optional.of(closing(it.expressions(), "`]`"));
      case MuParser.ArgumentsContext it ->
          Optional.of(closing(it.argument().isEmpty() ? null : it.argument(0), "`)`"));
      case MuParser.ExpressionContext it when it.children == null -> Optional.of("an expression");
      case MuParser.OperandContext _, MuParser.PrimaryContext _, MuParser.SimpleContext _ ->
          Optional.of("an expression");
      case RuleContext _ -> Optional.empty();
    };
  }

  private static String closing(ParserRuleContext elements, String bracket) {
    return (elements == null ? "an expression or " : "`,` or ") + bracket;
  }

  /// The hint that the commonest mistake needs.
  static List<Diagnostic> withHints(List<Diagnostic> errors) {
    return errors.stream().map(SyntaxWords::withHint).toList();
  }

  private static Diagnostic withHint(Diagnostic error) {
    boolean comparison =
        error.message().matches("expected (`\\{`|`\\)`|`]`|the end of the line), found `=`");
    return comparison ? error.withHint("Compare with `==`.") : error;
  }
}
