package dev.lockstep.notation;

import dev.lockstep.mu.value.MuValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// The tokens of a Mu program: how values are spelt, and the words of control.
///
/// An int of absolute value below 100 is one token. A larger one is `big`, its sign, its decimal
/// digits with the least significant first, and `.`; a list is `ref`, the digits of its number, and
/// `.`.
final class MuWords {
  /// The smallest absolute value that is more than one token.
  static final int SMALL = 100;

  private final Vocabulary vocabulary;
  final int yes;
  final int no;
  final int big;
  final int plus;
  final int minus;
  final int point;
  final int ref;

  /// The end of a list, seen where an element would be.
  final int end;

  /// Before the first element of a list.
  final int edge;

  /// A read that did not happen, as `&&` or `||` had decided.
  final int skip;

  /// No further turn of a loop.
  final int done;

  final int fail;
  final int halt;

  /// To where the call came from.
  final int back;

  private final int firstSite;

  MuWords(int sites) {
    List<String> words = new ArrayList<>();
    for (int i = 1 - SMALL; i < SMALL; i++) {
      words.add(Integer.toString(i));
    }
    words.addAll(
        List.of(
            "true", "false", "big", "plus", "minus", ".", "ref", "end", "edge", "skip", "done",
            "fail", "halt", "return"));
    firstSite = words.size();
    for (int site = 0; site < sites; site++) {
      words.add("@" + site);
    }
    vocabulary = new Vocabulary(words);
    yes = vocabulary.id("true");
    no = vocabulary.id("false");
    big = vocabulary.id("big");
    plus = vocabulary.id("plus");
    minus = vocabulary.id("minus");
    point = vocabulary.id(".");
    ref = vocabulary.id("ref");
    end = vocabulary.id("end");
    edge = vocabulary.id("edge");
    skip = vocabulary.id("skip");
    done = vocabulary.id("done");
    fail = vocabulary.id("fail");
    halt = vocabulary.id("halt");
    back = vocabulary.id("return");
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /// The token that names an instruction as the next one.
  int site(int site) {
    return firstSite + site;
  }

  boolean isSite(int token) {
    return token >= firstSite;
  }

  int siteOf(int token) {
    return token - firstSite;
  }

  static int small(int value) {
    return value + SMALL - 1;
  }

  boolean isSmall(int token) {
    return token < yes;
  }

  int smallOf(int token) {
    return token - SMALL + 1;
  }

  List<Integer> spell(MuValue value) {
    return switch (value) {
      case MuValue.Extended it -> throw MuBeyond.met(it);
      case MuValue.BoolValue(boolean truth) -> List.of(truth ? yes : no);
      case MuValue.IntValue(BigInteger number) -> spell(number);
      case MuValue.ListRef(int id) -> {
        List<Integer> tokens = new ArrayList<>(List.of(ref));
        digits(BigInteger.valueOf(id), tokens);
        yield tokens;
      }
    };
  }

  private List<Integer> spell(BigInteger number) {
    if (number.abs().compareTo(BigInteger.valueOf(SMALL)) < 0) {
      return List.of(small(number.intValue()));
    }
    List<Integer> tokens = new ArrayList<>(List.of(big, number.signum() < 0 ? minus : plus));
    digits(number.abs(), tokens);
    return tokens;
  }

  private void digits(BigInteger number, List<Integer> tokens) {
    String decimal = number.toString();
    for (int i = decimal.length() - 1; i >= 0; i--) {
      tokens.add(small(decimal.charAt(i) - '0'));
    }
    tokens.add(point);
  }
}
