package dev.lockstep.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The steps of a trace file. The file is read once to its end, which checks it, and then in blocks
/// where they are asked for; what is kept is the place of each block.
public final class FileSteps<C, D> implements Steps<C, D> {
  private static final int BLOCK = 256;

  private final Path file;
  private final Machine<C, D> machine;
  private final DeltaJson<D> json;
  private final Source source;
  private final C start;
  private final List<Long> offsets = new ArrayList<>();
  private final long count;
  private final TraceOutcome outcome;
  private int loaded = -1;
  private List<TraceEvent<D>> block = List.of();

  /// Throws `UnreadableTrace` where the file is no trace that `machine` can follow.
  ///
  /// @param source of the program, in which the places of the file are looked up
  public FileSteps(Path file, Machine<C, D> machine, DeltaJson<D> json, Source source)
      throws IOException {
    this.file = file;
    this.machine = machine;
    this.json = json;
    this.source = source;
    try (TraceReader reader = TraceReader.open(file)) {
      Replay<C, D> replay = new Replay<>(reader, machine, json);
      this.start = replay.configuration();
      long steps = 0;
      offsets.add(reader.bytes());
      while (replay.advance().isPresent()) {
        steps++;
        if (steps % BLOCK == 0) {
          offsets.add(reader.bytes());
        }
      }
      this.count = steps;
      this.outcome = reader.outcome();
    }
  }

  @Override
  public C start() {
    return start;
  }

  @Override
  public Event<D> next(C configuration, long taken) {
    if (taken >= count) {
      return new Event.End<>(outcome.ending(source));
    }
    int wanted = (int) (taken / BLOCK);
    if (wanted != loaded) {
      block = read(wanted);
      loaded = wanted;
    }
    TraceEvent<D> event = block.get((int) (taken % BLOCK));
    return new Event.Step<>(
        event.delta(),
        new Note(event.at().flatMap(at -> at.span(source)), event.reads(), event.checks()));
  }

  @Override
  public C apply(C configuration, D delta) {
    return machine.apply(configuration, delta);
  }

  private List<TraceEvent<D>> read(int wanted) {
    long left = Math.min(BLOCK, count - (long) wanted * BLOCK);
    List<TraceEvent<D>> events = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(offsets.get(wanted));
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (long i = 0; i < left; i++) {
        JsonNode node = JsonTrees.MAPPER.readTree(lines.readLine());
        events.add(TraceJson.event(new JsonFields(node), json));
      }
    } catch (IOException | IllegalArgumentException | InputError _) {
      throw new UnreadableTrace(file + ": the file was changed while it was read");
    }
    return events;
  }
}
