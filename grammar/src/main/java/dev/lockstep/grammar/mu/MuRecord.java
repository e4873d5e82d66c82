package dev.lockstep.grammar.mu;

import java.util.List;
import java.util.Optional;

/// A record type: named fields in order. Records are values: they are never changed, only replaced.
///
/// @param place its name
public record MuRecord(String name, List<MuParameter> fields, Place place) {
  public MuRecord {
    fields = List.copyOf(fields);
  }

  public Optional<MuParameter> field(String wanted) {
    return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
  }
}
