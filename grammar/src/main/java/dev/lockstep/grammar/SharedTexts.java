package dev.lockstep.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.misc.Pair;

/// Makes tokens as ANTLR does, but those that the grammar spells out share one text: readers ask
/// for it again and again, and cutting it out of the source each time is a good part of their work.
final class SharedTexts extends CommonTokenFactory {
  private final String[] texts; // by token type, null where the source spells it

  SharedTexts(Vocabulary vocabulary) {
    texts = new String[vocabulary.getMaxTokenType() + 1];
    for (int type = 1; type < texts.length; type++) {
      String quoted = vocabulary.getLiteralName(type);
      boolean plain = quoted != null && quoted.indexOf('\\') < 0; // no escapes to undo
      texts[type] = plain ? quoted.substring(1, quoted.length() - 1) : null;
    }
  }

  @Override
  public CommonToken create(
      Pair<TokenSource, CharStream> source,
      int type,
      String text,
      int channel,
      int start,
      int stop,
      int line,
      int column) {
    CommonToken token = super.create(source, type, text, channel, start, stop, line, column);
    if (type > 0 && texts[type] != null) {
      token.setText(texts[type]);
    }
    return token;
  }
}
