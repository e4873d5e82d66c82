package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tuples and records: their parts, and how records are made.
final class RecordChecker {
  private final Signatures signatures;
  private final Findings findings;
  private final ExpressionChecker expressions;

  RecordChecker(Signatures signatures, Findings findings, ExpressionChecker expressions) {
    this.signatures = signatures;
    this.findings = findings;
    this.expressions = expressions;
  }

  Optional<MuType> part(MuExpression.Part it) {
    Optional<MuType> tuple = expressions.type(it.tuple(), Optional.empty());
    if (tuple.isEmpty()) {
      return Optional.empty();
    }
    if (!(tuple.get() instanceof MuType.TupleOf(List<MuType> parts))) {
      findings.error(
          MuProblem.TYPE,
          it.tuple().place(),
          "expected a tuple, found `" + tuple.get().print() + "`");
      return Optional.empty();
    }
    if (it.index() >= parts.size()) {
      findings.error(
          MuProblem.FIELDS,
          it.place(),
          "`" + tuple.get().print() + "` has no part " + it.index(),
          "Its parts are `.0` to `." + (parts.size() - 1) + "`.");
      return Optional.empty();
    }
    return Optional.of(parts.get(it.index()));
  }

  Optional<MuType> field(MuExpression.Field it) {
    return record(it.record())
        .flatMap(record -> declared(record, it.name(), it.place()))
        .map(MuParameter::type);
  }

  Optional<MuType> with(MuExpression.With it) {
    Optional<MuRecord> record = record(it.record());
    fields(record, it.fields());
    return record.map(of -> new MuType.RecordOf(of.name()));
  }

  Optional<MuType> make(MuExpression.Make it) {
    Optional<MuRecord> record = signatures.record(it.record());
    if (record.isEmpty()) {
      findings.unknown(
          MuProblem.UNKNOWN_TYPE,
          it.place(),
          "unknown record `" + it.record() + "`",
          Nearest.to(it.record(), signatures.records()),
          "Declare it: `record " + it.record() + " { … }`.");
    }
    Set<String> given = fields(record, it.fields());
    List<String> missing =
        record.stream()
            .flatMap(of -> of.fields().stream())
            .map(MuParameter::name)
            .filter(name -> !given.contains(name))
            .toList();
    if (!missing.isEmpty()) {
      findings.error(
          MuProblem.FIELDS,
          it.place(),
          "expected a value of every field of `"
              + it.record()
              + "`, found none of `"
              + String.join("`, `", missing)
              + "`");
    }
    return record.map(of -> new MuType.RecordOf(of.name()));
  }

  /// Checks the values; answers the names.
  private Set<String> fields(Optional<MuRecord> record, List<MuExpression.Labelled> fields) {
    Set<String> given = new HashSet<>();
    for (MuExpression.Labelled field : fields) {
      Optional<MuParameter> declared =
          record.flatMap(of -> declared(of, field.label(), field.place()));
      expressions.value(field.value(), declared.map(MuParameter::type));
      if (!given.add(field.label())) {
        findings.error(
            MuProblem.FIELDS, field.place(), "the field `" + field.label() + "` has a value twice");
      }
    }
    return given;
  }

  private Optional<MuRecord> record(MuExpression expression) {
    Optional<MuType> type = expressions.type(expression, Optional.empty());
    if (type.isPresent() && !(type.get() instanceof MuType.RecordOf)) {
      findings.error(
          MuProblem.TYPE,
          expression.place(),
          "expected a record, found `" + type.get().print() + "`");
      return Optional.empty();
    }
    return type.flatMap(it -> signatures.record(((MuType.RecordOf) it).name()));
  }

  private Optional<MuParameter> declared(MuRecord record, String field, Place place) {
    Optional<MuParameter> declared = record.field(field);
    if (declared.isEmpty()) {
      List<String> names = record.fields().stream().map(MuParameter::name).toList();
      findings.unknown(
          MuProblem.FIELDS,
          place,
          "`" + record.name() + "` has no field `" + field + "`",
          Nearest.to(field, names),
          "Its fields are `" + String.join("`, `", names) + "`.");
    }
    return declared;
  }
}
