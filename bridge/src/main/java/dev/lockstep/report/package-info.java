/// Reports that people look at: a self-contained HTML page of prose, tables, charts and traces.
///
/// A report is data (`Page`, a list of `Block`s); `PageWriter` turns it into one file without
/// references to anything outside itself. Uses XChart for plots and nothing else of the bridge.
package dev.lockstep.report;
