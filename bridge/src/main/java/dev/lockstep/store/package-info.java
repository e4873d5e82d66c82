/// Traces as tables: Parquet files, and SQL over a folder of traces.
///
/// Only this package sees DuckDB, and only the commands that need it load it. Read `EventTable`
/// first: the columns. Depends on `dev.lockstep.trace`.
package dev.lockstep.store;
