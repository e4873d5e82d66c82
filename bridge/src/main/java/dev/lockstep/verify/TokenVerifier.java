package dev.lockstep.verify;

import dev.lockstep.execute.Lanes;
import dev.lockstep.execute.TokenNetwork;
import dev.lockstep.execute.TokenWriter;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Machine;
import dev.lockstep.notation.Dictation;
import dev.lockstep.notation.Notation;
import dev.lockstep.notation.Script;
import dev.lockstep.notation.Sight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lockstep verification token by token, which names the first wrong token.
///
/// The network is asked for each token with the true tokens before it. Up to the first wrong token
/// those are its own, so that the verdict is that of a run that the network writes alone, but for
/// how the questions are batched. Where the budget ends the true run, nothing more is asked.
///
/// @param truth the symbolic machine
public record TokenVerifier<C, D>(Machine<C, D> truth, Notation<C, D> notation) {
  private static final int CHUNK = 1024;
  private static final int LANES = 16;

  /// Judges a network that sees visible sets; asks about many tokens of a run at once.
  public List<TokenVerdict> verifyAll(TokenNetwork network, List<C> starts, Budget budget) {
    List<TokenVerdict> verdicts = new ArrayList<>();
    List<Sight> sights = new ArrayList<>();
    for (int i = 0; i < CHUNK; i++) {
      sights.add(new Sight(notation.shape()));
    }
    for (C start : starts) {
      verdicts.add(verify(network, start, budget, sights));
    }
    return verdicts;
  }

  private TokenVerdict verify(TokenNetwork network, C start, Budget budget, List<Sight> sights) {
    Dictation<C, D> run = new Dictation<>(truth, notation, start, budget);
    while (run.more()) {
      long before = run.tokens();
      List<Integer> expected = new ArrayList<>();
      while (run.more() && expected.size() < sights.size()) {
        run.script().look(sights.get(expected.size()));
        expected.add(run.token());
        run.advance();
      }
      int[] said = network.tokens(sights.subList(0, expected.size()));
      for (int i = 0; i < said.length; i++) {
        if (said[i] != expected.get(i)) {
          return diverged(at(before + i, start, budget), said[i]);
        }
      }
    }
    return agreed(run);
  }

  /// The true run again, before its token `index`.
  private Dictation<C, D> at(long index, C start, Budget budget) {
    Dictation<C, D> run = new Dictation<>(truth, notation, start, budget);
    while (run.tokens() < index) {
      run.advance();
    }
    return run;
  }

  /// Judges whatever writes tokens; asks for the next token of several runs at once.
  public List<TokenVerdict> verifyAll(TokenWriter writer, List<C> starts, Budget budget) {
    TokenVerdict[] verdicts = new TokenVerdict[starts.size()];
    for (int from = 0; from < starts.size(); from += LANES) {
      int to = Math.min(starts.size(), from + LANES);
      List<Dictation<C, D>> runs = new ArrayList<>();
      for (C start : starts.subList(from, to)) {
        runs.add(new Dictation<>(truth, notation, start, budget));
      }
      verify(writer, runs, verdicts, from);
    }
    return Arrays.asList(verdicts);
  }

  private void verify(
      TokenWriter writer, List<Dictation<C, D>> runs, TokenVerdict[] verdicts, int from) {
    try (Lanes lanes = writer.open(runs.size())) {
      List<Integer> going = new ArrayList<>();
      for (int lane = 0; lane < runs.size(); lane++) {
        if (!over(writer, runs.get(lane), verdicts, from + lane)) {
          lanes.begin(lane, runs.get(lane).script());
          going.add(lane);
        }
      }
      while (!going.isEmpty()) {
        going.removeIf(lane -> over(writer, runs.get(lane), verdicts, from + lane));
        List<Script<C, D>> scripts = going.stream().map(lane -> runs.get(lane).script()).toList();
        int[] said = lanes.next(List.copyOf(going), scripts);
        for (int i = said.length - 1; i >= 0; i--) {
          int lane = going.get(i);
          Dictation<C, D> run = runs.get(lane);
          if (said[i] == run.token()) {
            lanes.wrote(lane, run.script(), said[i]);
            run.advance();
          } else {
            verdicts[from + lane] = diverged(run, said[i]);
            going.remove(Integer.valueOf(lane));
          }
        }
      }
    }
  }

  /// Whether nothing is left to ask: the run is over, or longer than the writer can write.
  private boolean over(
      TokenWriter writer, Dictation<C, D> run, TokenVerdict[] verdicts, int index) {
    if (!run.more()) {
      verdicts[index] = agreed(run);
      return true;
    }
    if (run.script().question().size() + 1 + run.tokens() >= writer.longest()) {
      verdicts[index] = diverged(run, TokenNetwork.NOTHING);
      return true;
    }
    return false;
  }

  private TokenVerdict agreed(Dictation<C, D> run) {
    return run.cut()
        ? new TokenVerdict.Cut(run.tokens(), run.steps())
        : new TokenVerdict.Exact(run.tokens(), run.steps());
  }

  private TokenVerdict diverged(Dictation<C, D> run, int said) {
    return new TokenVerdict.Diverged(
        run.tokens(),
        run.steps(),
        run.script().place(),
        notation.vocabulary().word(run.token()),
        said == TokenNetwork.NOTHING ? "nothing" : notation.vocabulary().word(said));
  }
}
