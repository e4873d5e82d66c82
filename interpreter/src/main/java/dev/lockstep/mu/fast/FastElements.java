package dev.lockstep.mu.fast;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes where elements of lists are and what lists hold, for the fast engine: lists that are open
/// from the JVM's locals, others from the lists themselves.
final class FastElements {
  private final CodeBuilder out;
  private final FastLocals locals;
  private final TermWriter terms;
  private final List<Integer> held = new ArrayList<>(); // locals for lists, as deep as they nest
  private Optional<OpenLists> loop = Optional.empty();
  private int depth;

  FastElements(CodeBuilder out, FastLocals locals, TermWriter terms) {
    this.out = out;
    this.locals = locals;
    this.terms = terms;
  }

  /// What is written next stands in an innermost loop with these lists open, or in none.
  void within(Optional<OpenLists> loop) {
    this.loop = loop;
  }

  /// Where the term's list is open, if it is.
  Optional<OpenLists> open(Term list) {
    return loop.filter(it -> it.has(list));
  }

  /// Leaves an element.
  void read(Term.Element it) {
    place(it.list(), it.index(), it.kind());
    out.arrayLoad(new FastItems(it.kind()).item());
  }

  /// Leaves the array of a list with elements of this kind, and a place that it has.
  void place(Term list, Term index, Kind element) {
    Optional<OpenLists> open = open(list);
    if (open.isPresent()) {
      open.get().loadArray(list);
      open.get().check(list, index, terms.index(index));
      return;
    }
    Runnable load = hold(list);
    load.run();
    new FastItems(element).array(out);
    depth++;
    ClassDesc type = terms.index(index);
    depth--;
    load.run();
    FastItems.size(out);
    FastItems.check(out, type);
  }

  /// Leaves the size of a list as a JVM int.
  void size(Term list) {
    Optional<OpenLists> open = open(list).filter(it -> it.knowsSize(list));
    if (open.isPresent()) {
      open.get().loadSize(list);
    } else {
      terms.list(list);
      FastItems.size(out);
    }
  }

  /// Evaluates a list once; what is answered loads it.
  private Runnable hold(Term list) {
    if (list instanceof Term.Variable(String name, Kind kind)) {
      return () -> locals.load(name, kind);
    }
    terms.list(list);
    if (depth == held.size()) {
      held.add(out.allocateLocal(TypeKind.REFERENCE));
    }
    int local = held.get(depth);
    out.astore(local);
    return () -> out.aload(local);
  }
}
