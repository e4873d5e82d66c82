package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether patterns fit the type that they are held against; declares their names.
final class PatternChecker {
  private final Signatures signatures;
  private final Declarations declarations;
  private final Findings findings;

  PatternChecker(Signatures signatures, Declarations declarations, Findings findings) {
    this.signatures = signatures;
    this.declarations = declarations;
    this.findings = findings;
  }

  /// `type` is empty where what is matched is wrong.
  void declare(MuPattern pattern, Optional<MuType> type, Scope.Kind kind) {
    switch (pattern) {
      case MuPattern.Any _ -> {}
      case MuPattern.Bind(String name, Place place) ->
          declarations.declare(name, kind, type, place);
      case MuPattern.Literal(MuExpression value, Place place) -> literal(value, type, place);
      case MuPattern.None(Place place) -> {
        if (type.isPresent() && !(type.get() instanceof MuType.Option)) {
          mismatch(place, type.get(), "`none`");
        }
      }
      case MuPattern.Some(MuPattern value, Place place) -> {
        Optional<MuType> held = Optional.empty();
        if (type.isPresent() && type.get() instanceof MuType.Option(MuType of)) {
          held = Optional.of(of);
        } else if (type.isPresent()) {
          mismatch(place, type.get(), "`some(…)`");
        }
        declare(value, held, kind);
      }
      case MuPattern.Parts(List<MuPattern> parts, Place place) -> {
        List<MuType> types = List.of();
        if (type.isPresent() && type.get() instanceof MuType.TupleOf(List<MuType> of)) {
          types = of;
        }
        if (type.isPresent() && types.size() != parts.size()) {
          mismatch(place, type.get(), "a tuple of " + parts.size() + " parts");
          types = List.of();
        }
        for (int i = 0; i < parts.size(); i++) {
          declare(
              parts.get(i), types.isEmpty() ? Optional.empty() : Optional.of(types.get(i)), kind);
        }
      }
      case MuPattern.Shape it -> shape(it, type, kind);
    }
  }

  private void literal(MuExpression value, Optional<MuType> type, Place place) {
    MuType found =
        switch (value) {
          case MuExpression.Bool _ -> new MuType.Bool();
          case MuExpression.Text _ -> new MuType.Text();
          default -> new MuType.Int();
        };
    if (type.isPresent() && !type.get().equals(found)) {
      mismatch(place, type.get(), "`" + found.print() + "`");
    }
  }

  private void shape(MuPattern.Shape it, Optional<MuType> type, Scope.Kind kind) {
    Optional<MuRecord> record = signatures.record(it.record());
    if (record.isEmpty()) {
      findings.unknown(
          MuProblem.UNKNOWN_TYPE,
          it.place(),
          "unknown record `" + it.record() + "`",
          Nearest.to(it.record(), signatures.records()),
          "Declare it: `record " + it.record() + " { … }`.");
    } else if (type.isPresent() && !type.get().equals(new MuType.RecordOf(it.record()))) {
      mismatch(it.place(), type.get(), "`" + it.record() + "`");
    }
    Set<String> named = new HashSet<>();
    for (MuPattern.FieldPattern field : it.fields()) {
      Optional<MuParameter> declared = record.flatMap(of -> of.field(field.field()));
      if (record.isPresent() && (declared.isEmpty() || !named.add(field.field()))) {
        findings.unknown(
            MuProblem.FIELDS,
            field.place(),
            declared.isEmpty()
                ? "`" + it.record() + "` has no field `" + field.field() + "`"
                : "the field `" + field.field() + "` is named twice",
            Nearest.to(
                field.field(),
                declared.isEmpty()
                    ? record.get().fields().stream().map(MuParameter::name).toList()
                    : List.of()),
            "Name a field of the record.");
      }
      declare(field.pattern(), declared.map(MuParameter::type), kind);
    }
  }

  private void mismatch(Place place, MuType type, String found) {
    findings.error(
        MuProblem.TYPE,
        place,
        "expected a pattern of `" + type.print() + "`, found one of " + found);
  }
}
