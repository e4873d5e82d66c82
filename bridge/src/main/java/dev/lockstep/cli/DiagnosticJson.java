package dev.lockstep.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.Span;
import dev.lockstep.interactive.CallStack;
import dev.lockstep.machine.Frame;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.trace.Place;
import java.util.List;

/// Diagnostics as JSON, for editors and scripts: lines and columns from 1, columns in code points,
/// the end exclusive; `file` where it is one that the program imports. And where a run failed.
final class DiagnosticJson {
  private DiagnosticJson() {}

  /// A file that is not a program, as `check` shows it.
  static ObjectNode of(SourceErrors errors) {
    ObjectNode node = JsonTrees.MAPPER.createObjectNode();
    node.put("file", errors.source().name()).put("ok", false);
    ArrayNode all = node.putArray("diagnostics");
    errors.diagnostics().forEach(it -> all.add(of(it, errors.source())));
    return node;
  }

  static ObjectNode of(Diagnostic diagnostic, Source source) {
    ObjectNode node = JsonTrees.MAPPER.createObjectNode();
    node.put("severity", diagnostic.severity().toString());
    diagnostic.problem().ifPresent(problem -> node.put("code", problem.code()));
    place(node, diagnostic.span(), source).put("message", diagnostic.message());
    diagnostic.hint().ifPresent(hint -> node.put("hint", hint));
    if (!diagnostic.notes().isEmpty()) {
      ArrayNode notes = node.putArray("notes");
      diagnostic
          .notes()
          .forEach(it -> place(notes.addObject(), it.span(), source).put("message", it.message()));
    }
    return node;
  }

  /// Where a run failed.
  static void put(ObjectNode node, Place at) {
    at.file().ifPresent(it -> node.put("file", it));
    node.put("line", at.line()).put("column", at.column());
  }

  /// The calls that were under way, the running one first, their values cut as in the text; of many
  /// only the first and the last, so `depth` says how many there are.
  static void put(ObjectNode node, List<Frame> frames, Source source) {
    node.put("depth", frames.size());
    ArrayNode calls = node.putArray("calls");
    for (Frame frame : CallStack.shown(frames)) {
      ObjectNode call = calls.addObject().put("function", frame.name());
      ObjectNode variables = call.putObject("variables");
      frame.variables().forEach((name, value) -> variables.put(name, CallStack.brief(value)));
      frame.at().map(span -> Place.of(span, source)).ifPresent(at -> put(call, at));
    }
  }

  private static ObjectNode place(ObjectNode node, Span span, Source source) {
    String file = source.nameAt(span.start());
    if (!file.equals(source.name())) {
      node.put("file", file);
    }
    return node.put("line", source.line(span.start()))
        .put("column", source.column(span.start()))
        .put("endLine", source.line(span.end()))
        .put("endColumn", source.column(span.end()));
  }
}
