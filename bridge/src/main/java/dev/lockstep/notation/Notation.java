package dev.lockstep.notation;

import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import java.util.List;

/// How the runs of one program are spelt in tokens.
///
/// A run is the question (what the start says), then the tokens of each step. Every token carries
/// coordinates instead of an absolute position, and the next token may depend on its *visible set*
/// alone: a few earlier tokens chosen by their coordinates. The notation supplies the layout; every
/// symbol, control flow and halting included, is the network's to say.
///
/// Law: fed with `spell` of every step of a run, a script claims `project` of every step.
///
/// @param <C> configuration
/// @param <D> delta
public interface Notation<C, D> {
  Vocabulary vocabulary();

  Shape shape();

  /// A script of a run from `start`: the question laid out, nothing written yet.
  Script<C, D> begin(C start);

  /// The tokens of one true step, as the machine took it in `before`. Empty where the notation
  /// leaves the step out.
  List<Integer> spell(C before, Next<D> next, Note note);

  /// What of a step in `before` its tokens say. Steps are compared after projection; all but faults
  /// lose nothing.
  Next<D> project(C before, Next<D> next);

  /// What the host supplies to the network, one phrase each, for reports.
  List<String> supplied();

  /// Feature sizes of visible sets: a query and each slot are tuples of ids, the id at place `i`
  /// below the size at place `i`.
  ///
  /// @param query sizes of the query's features; the first is the role of the token asked for
  /// @param slot sizes of a slot's features; the first is the token
  /// @param slots the most slots in one visible set
  record Shape(List<Integer> query, List<Integer> slot, int slots) {
    public Shape {
      query = List.copyOf(query);
      slot = List.copyOf(slot);
    }
  }
}
