/// Transformers that compute: asking, looking inside, training, and model directories.
///
/// Read `TransformerModel` first, then `TransformerTrainer`. Each piece of work is done by the
/// kernel, or where there is none by the plain blocks; both follow `Route`.
package dev.lockstep.neural.engine;
