  # Attention forwards and backwards, for `formula.py`, whose words these are; H heads, K = D / H, S
  # keys, G = B H.

  # The mask for attention: none where positions after oneself are all there is to hide.
  def shut(self: __torch__.M, scene: List[Tensor]) -> Optional[Tensor]:
    if torch.gt(torch.numel(scene[5]), 0):
      mask = annotate(Optional[Tensor], scene[5])
    else:
      mask = annotate(Optional[Tensor], None)
    return mask

  # Attention of few positions to all before them, or to all, in blocks of `rows` queries: q, k and v
  # (B, H, T, K), scores as products -> [heard (B, T, H, K), each block's weights (B H, rows, S)]. At
  # this size the fused operation is slower: each of its products is of few numbers.
  def compared(self: __torch__.M, q: Tensor, k: Tensor, v: Tensor, causal: bool, rows: int) -> List[Tensor]:
    batch, heads, time, part, = torch.size(q)
    asked = torch.flatten(q, 0, 1)
    keys = torch.transpose(torch.flatten(k, 0, 1), 1, 2)
    values = torch.flatten(v, 0, 1)
    later = torch.triu(torch.new_full(q, [rows, rows], -1e+30), 1)
    heard = annotate(List[Tensor], [])
    all = annotate(List[Tensor], [])
    for j in range(torch.floordiv(torch.sub(torch.add(time, rows), 1), rows)):
      first = torch.mul(j, rows)
      last = ops.prim.min(torch.add(first, rows), time)
      count = torch.sub(last, first)
      if causal:
        end = last
      else:
        end = time
      scores = torch.bmm(torch.slice(asked, 1, first, last), torch.slice(keys, 2, 0, end))
      if causal:
        _0 = torch.add_(torch.slice(scores, 2, first), torch.slice(torch.slice(later, 0, 0, count), 1, 0, count))
      weights = torch.softmax(scores, -1)
      _1 = torch.append(all, weights)
      found = torch.bmm(weights, torch.slice(values, 1, 0, end))
      _2 = torch.append(heard, torch.transpose(torch.view(found, [batch, heads, count, part]), 1, 2))
    return torch.add([torch.cat(heard, 1)], all)

  # The way back of `compared`: d (B, H, T, K) -> [gradients of q, k and v (B, H, T, K)]. From the
  # last block on, whose keys are all.
  def uncompared(self: __torch__.M, d: Tensor, q: Tensor, k: Tensor, v: Tensor, all: List[Tensor], rows: int) -> List[Tensor]:
    asked = torch.flatten(q, 0, 1)
    keys = torch.flatten(k, 0, 1)
    values = torch.transpose(torch.flatten(v, 0, 1), 1, 2)
    said = torch.reshape(d, torch.size(asked))
    dq = annotate(List[Tensor], [])
    dk = asked
    dv = asked
    for i in range(torch.len(all)):
      j = torch.sub(torch.sub(torch.len(all), 1), i)
      first = torch.mul(j, rows)
      weights = all[j]
      end = torch.size(weights, 2)
      back = torch.slice(said, 1, first, torch.add(first, rows))
      dw = torch.bmm(back, torch.slice(values, 2, 0, end))
      ds = torch._softmax_backward_data(dw, weights, -1, ops.prim.dtype(weights))
      _0 = torch.insert(dq, 0, torch.bmm(ds, torch.slice(keys, 1, 0, end)))
      to_keys = torch.bmm(torch.transpose(ds, 1, 2), torch.slice(asked, 1, first, torch.add(first, rows)))
      to_values = torch.bmm(torch.transpose(weights, 1, 2), back)
      if torch.eq(i, 0):
        dk = to_keys
        dv = to_values
      else:
        _1 = torch.add_(torch.slice(dk, 1, 0, end), to_keys)
        _2 = torch.add_(torch.slice(dv, 1, 0, end), to_values)
    return [torch.view(torch.cat(dq, 1), torch.size(q)), torch.view(dk, torch.size(q)), torch.view(dv, torch.size(q))]

  # Whether attention is `compared` rather than fused.
  def short(self: __torch__.M, scene: List[Tensor], rows: int) -> bool:
    return torch.__and__(torch.gt(rows, 0), torch.eq(torch.numel(scene[5]), 0))

  # Attention by m (N, D) with the joined map W (3 D, D) and the query's bias, both with scores'
  # scale in them: [heard (N, D), q, k, v (B, H, T, K)], and what `compared` or the fused operation
  # keeps.
  def listen(self: __torch__.M, m: Tensor, W: Tensor, bias: Tensor, scene: List[Tensor], o: List[int], rows: int) -> List[Tensor]:
    batch = torch.size(scene[0], 0)
    time = torch.size(scene[0], 1)
    width = torch.size(m, 1)
    z = torch.mm(m, torch.t(W))
    _0 = torch.add_(torch.slice(z, 1, 0, width), bias)
    parts = torch.contiguous(torch.permute(torch.view(z, [batch, time, 3, o[0], -1]), [2, 0, 3, 1, 4]))
    q = torch.select(parts, 0, 0)
    k = torch.select(parts, 0, 1)
    v = torch.select(parts, 0, 2)
    if torch.gt(torch.numel(scene[3]), 0):
      q = (self).turn(q, scene[3], scene[4])
      k = (self).turn(k, scene[3], scene[4])
    if torch.gt(torch.numel(scene[7]), 0):
      q = torch.mul(q, scene[7])
    if (self).short(scene, rows):
      kept = (self).compared(q, k, v, torch.eq(o[9], 1), rows)
      heard = kept[0]
    else:
      mask = (self).shut(scene)
      causal = torch.__and__(torch.eq(o[9], 1), torch.__is__(mask, None))
      found, sums, = torch._scaled_dot_product_flash_attention_for_cpu(q, k, v, 0., causal, attn_mask=mask, scale=1.)
      kept = [found, sums]
      heard = torch.transpose(found, 1, 2)
    y = torch.reshape(heard, [torch.mul(batch, time), width])
    if torch.gt(torch.numel(scene[8]), 0):
      y = torch.mul(y, torch.reshape(scene[8], [-1, 1]))
    return torch.add([y, q, k, v], kept)

  # The way back of `listen`: d (N, D), by what it kept -> (N, 3 D).
  def unlisten(self: __torch__.M, d: Tensor, kept: List[Tensor], scene: List[Tensor], o: List[int], rows: int) -> Tensor:
    batch = torch.size(scene[0], 0)
    time = torch.size(scene[0], 1)
    if torch.gt(torch.numel(scene[8]), 0):
      d = torch.mul(d, torch.reshape(scene[8], [-1, 1]))
    back = torch.transpose(torch.view(d, [batch, time, o[0], -1]), 1, 2)
    if (self).short(scene, rows):
      found = (self).uncompared(back, kept[1], kept[2], kept[3], torch.slice(kept, 5), rows)
      dq = found[0]
      dk = found[1]
      dv = found[2]
    else:
      mask = (self).shut(scene)
      causal = torch.__and__(torch.eq(o[9], 1), torch.__is__(mask, None))
      dq, dk, dv, = torch._scaled_dot_product_flash_attention_for_cpu_backward(back, kept[1], kept[2], kept[3], kept[4], kept[5], 0., causal, attn_mask=mask, scale=1.)
    if torch.gt(torch.numel(scene[7]), 0):
      dq = torch.mul(dq, scene[7])
    if torch.gt(torch.numel(scene[3]), 0):
      dq = (self).turn(dq, scene[3], torch.neg(scene[4]))
      dk = (self).turn(dk, scene[3], torch.neg(scene[4]))
    parts = torch.stack([torch.transpose(dq, 1, 2), torch.transpose(dk, 1, 2), torch.transpose(dv, 1, 2)], 2)
    return torch.view(parts, [torch.size(d, 0), -1])
