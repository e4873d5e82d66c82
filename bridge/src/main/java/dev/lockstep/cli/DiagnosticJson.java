package dev.lockstep.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.Span;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.trace.Place;

/// Diagnostics as JSON, for editors and scripts: lines and columns from 1, columns in code points,
/// the end exclusive; `file` where it is one that the program imports.
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
