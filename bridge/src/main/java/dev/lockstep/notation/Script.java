package dev.lockstep.notation;

import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import java.util.List;

/// A run being written token by token: what has been said, the configuration that it claims, and
/// what the next token may see. Mutable; belongs to one run. Takes no step by itself: deltas come
/// from the tokens and are applied by the machine's `apply`.
public interface Script<C, D> {
  /// Writes the query and the visible slots of the next token into `sight`, which is cleared first.
  void look(Sight sight);

  /// Takes the next token. Not to be called after a step that is not `Do`, an answer, or garbled.
  Heard<D> accept(int token);

  /// The configuration that the tokens so far claim.
  C configuration();

  /// Where the next token stands, in words: "turn 17, `carry = total / 10`, write".
  String place();

  /// The question's tokens, in reading order, for executors that read everything.
  List<Placed> question();

  /// The role of the next token, below the first query size.
  int role();

  /// How far along its run or value the next token stands, from 0: the turn, or the index.
  /// Executors that read everything are given it, so that they know as much of the layout as
  /// others.
  long coordinate();

  /// A token with the role that it plays and its coordinate.
  record Placed(int token, int role, long coordinate) {}

  /// What a script makes of a token.
  sealed interface Heard<D> {
    /// The step is not whole yet.
    record More<D>() implements Heard<D> {}

    /// The step is whole; `next` is `Do`, `Halt` or `Fail`.
    record Step<D>(Next<D> next) implements Heard<D> {}

    /// The whole answer, from notations that write nothing else.
    record Answer<D>(Value value) implements Heard<D> {}

    /// The token makes no sense there.
    record Garbled<D>(String why) implements Heard<D> {}
  }
}
