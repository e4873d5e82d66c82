package dev.lockstep.report;

import java.util.List;

/// A whole report: its title, one sentence that says what it shows, and its blocks.
public record Page(String title, String lead, List<Block> blocks) {
  public Page {
    blocks = List.copyOf(blocks);
  }
}
