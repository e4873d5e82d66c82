"""The decoder of the benchmark as PyTorch's own library has it: milliseconds of wall time of a
training step, the best of several.

    step.py THREADS WIDTH LAYERS TIME BATCH STEPS
"""
import sys
import time

import torch

threads, width, layers, length, batch, steps = map(int, sys.argv[1:])
vocabulary, heads = 32, 4
torch.set_num_threads(threads)
torch.manual_seed(1)


class Decoder(torch.nn.Module):
    def __init__(self):
        super().__init__()
        layer = torch.nn.TransformerEncoderLayer(
            width, heads, 4 * width, 0.0, torch.nn.functional.gelu, batch_first=True, norm_first=True
        )
        self.embedding = torch.nn.Embedding(vocabulary, width)
        self.layers = torch.nn.TransformerEncoder(layer, layers, torch.nn.LayerNorm(width))
        self.head = torch.nn.Linear(width, vocabulary)
        self.mask = torch.full((length, length), float("-inf")).triu(1)

    def forward(self, tokens):
        return self.head(self.layers(self.embedding(tokens), self.mask))


model = Decoder()
optimizer = torch.optim.AdamW(model.parameters(), 1e-3, betas=(0.9, 0.98), weight_decay=0)
tokens, targets = torch.randint(vocabulary, (2, batch, length))
best = float("inf")
for step in range(steps + 1):
    begun = time.perf_counter()
    loss = torch.nn.functional.cross_entropy(model(tokens).flatten(0, 1), targets.flatten())
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    if step > 0:
        best = min(best, time.perf_counter() - begun)
print(torch.__version__, 1e3 * best)
