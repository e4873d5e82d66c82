  # A row of cells that a local model updates all at once. C contents, W places of the window,
  # n cells of a chunk, D width, H heads. `members` (D, H) is 1 where a column belongs to a head. A
  # slot's kind is w * C + content. Keys and values depend on the kind only, and so do queries of the
  # first layer on the cell's content: all of these are tables, worked out once. What depends on the
  # whole window is computed for every cell.

  # queries (C, G), slots (W * C, F) -> [embeddings (C, D), each layer's keys and values
  # (W * C, D), the first layer's scores (C * W * C, H)]
  def tables(self: __torch__.M, queries: Tensor, slots: Tensor, members: Tensor, P: List[Tensor]) -> List[Tensor]:
    G = torch.size(queries, 1)
    at = torch.add(torch.add(G, torch.size(slots, 1)), 2)
    layers = torch.floordiv(torch.sub(torch.sub(torch.len(P), at), 4), 14)
    x = (self).embed(queries, P, 0)
    s = (self).norm((self).embed(slots, P, G), P, torch.sub(at, 2))
    answer = [x]
    for i in range(layers):
      here = torch.add(at, torch.mul(i, 14))
      _0 = torch.append(answer, torch.linear(s, P[torch.add(here, 4)]))
      _1 = torch.append(answer, torch.linear(s, P[torch.add(here, 5)]))
    part = torch.floordiv(torch.size(members, 0), torch.size(members, 1))
    q = torch.div((self).linear((self).norm(x, P, at), P, torch.add(at, 2)), torch.sqrt(part))
    scores = torch.matmul(torch.mul(torch.unsqueeze(q, 1), torch.unsqueeze(answer[1], 0)), members)
    _2 = torch.append(answer, torch.flatten(scores, 0, 1))
    return answer

  # The next contents of n cells: contents (n), kinds of their windows (W, n).
  def next(self: __torch__.M, contents: Tensor, kinds: Tensor, members: Tensor, gelu: bool, at: int, tables: List[Tensor], P: List[Tensor]) -> Tensor:
    layers = torch.floordiv(torch.sub(torch.len(tables), 2), 2)
    across = torch.transpose(members, 0, 1)
    part = torch.floordiv(torch.size(members, 0), torch.size(members, 1))
    x = torch.index_select(tables[0], 0, contents)
    for i in range(layers):
      here = torch.add(at, torch.mul(i, 14))
      if torch.eq(i, 0):
        pairs = torch.add(kinds, contents, alpha=torch.size(tables[1], 0))
        scores = torch.embedding(tables[-1], pairs)
      else:
        q = torch.div((self).linear((self).norm(x, P, here), P, torch.add(here, 2)), torch.sqrt(part))
        scores = torch.matmul(torch.mul(torch.embedding(tables[torch.add(torch.mul(i, 2), 1)], kinds), q), members)
      weights = torch.matmul(torch.softmax(scores, 0), across)
      heard = torch.sum(torch.mul(weights, torch.embedding(tables[torch.add(torch.mul(i, 2), 2)], kinds)), [0])
      x = torch.add(x, (self).linear(heard, P, torch.add(here, 6)))
      x = (self).feedforward(x, P, torch.add(here, 8), gelu)
    return torch.argmax((self).head(x, P), 1)

  # `steps` updates of all cells (N); `outside` (margin) are the contents beyond either end, or of no
  # elements where the row is a ring; `offsets` (W) say where each place of the window is.
  def run(self: __torch__.M, cells: Tensor, outside: Tensor, offsets: Tensor, sizes: Tensor, members: Tensor, gelu: Tensor, tables: List[Tensor], P: List[Tensor]) -> Tensor:
    steps = int(torch.select(sizes, 0, 0))
    chunk = int(torch.select(sizes, 0, 1))
    margin = int(torch.select(sizes, 0, 2))
    at = int(torch.select(sizes, 0, 3))
    places = torch.size(offsets, 0)
    contents = torch.size(tables[0], 0)
    smooth = bool(gelu)
    count = torch.size(cells, 0)
    firsts = torch.unsqueeze(torch.mul(torch.arange(places, dtype=4, layout=None, device=ops.prim.device(cells)), contents), 1)
    shifts = annotate(List[int], [])
    for w in range(places):
      _2 = torch.append(shifts, torch.add(margin, int(torch.select(offsets, 0, w))))
    for step in range(steps):
      if torch.gt(torch.numel(outside), 0):
        row = torch.cat([outside, cells, outside])
      else:
        row = torch.cat([torch.slice(cells, 0, torch.sub(count, margin)), cells, torch.slice(cells, 0, 0, margin)])
      parts = annotate(List[Tensor], [])
      for i in range(torch.floordiv(torch.sub(torch.add(count, chunk), 1), chunk)):
        first = torch.mul(i, chunk)
        last = torch.add(first, chunk)
        if torch.gt(last, count):
          last = count
        seen = annotate(List[Tensor], [])
        for w in range(places):
          _0 = torch.append(seen, torch.slice(row, 0, torch.add(first, shifts[w]), torch.add(last, shifts[w])))
        kinds = torch.add(torch.stack(seen), firsts)
        _1 = torch.append(parts, (self).next(torch.slice(cells, 0, first, last), kinds, members, smooth, at, tables, P))
      if torch.eq(torch.len(parts), 1):
        cells = parts[0]
      else:
        cells = torch.cat(parts)
    return cells
