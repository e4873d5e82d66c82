#!/usr/bin/env python3
"""Loads a transformer's model folder with numpy alone and prints its logits.

    python3 docs/logits.py MODEL_FOLDER 1 4 2 0

Reads `model.json` and `weights.safetensors` of one stack of fixed depth whose tokens have one
feature: causal, windowed on the order, or seeing everything; with any of the position schemes.
Prints one JSON list of logits for each position.
"""
import json
import math
import struct
import sys

import numpy as np


def safetensors(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    kinds = {"F32": "<f4", "F64": "<f8"}
    return {
        name: np.frombuffer(data[slice(*entry["data_offsets"])], kinds[entry["dtype"]])
        .reshape(entry["shape"])
        .astype(np.float64)
        for name, entry in header.items()
        if name != "__metadata__"
    }


def visible(rule, i, j):
    kind = rule["kind"]
    if kind == "everything":
        return True
    if kind == "causal":
        return j <= i
    if kind == "window" and rule["axis"] == -1:
        return abs(i - j) <= rule["radius"]
    if kind == "both":
        return visible(rule["first"], i, j) and visible(rule["second"], i, j)
    if kind == "either":
        return visible(rule["first"], i, j) or visible(rule["second"], i, j)
    sys.exit(f"this script knows no visibility `{kind}`")


def softmax(scores):
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    return weights / weights.sum(-1, keepdims=True)


def logits(spec, weights, tokens):
    (stack,) = spec["stacks"]
    attention, positions, norms = stack["attention"], stack["positions"], stack["norm"]
    heads, width, time = attention["heads"], spec["width"], len(tokens)
    part = width // heads
    order = np.arange(time)

    def linear(name, x):
        bias = weights.get(name + ".bias")
        y = x @ weights[name + ".weight"].T
        return y if bias is None else y + bias

    def norm(name, x):
        if norms["kind"] == "NONE":
            return x
        if norms["kind"] == "LAYER":
            x = x - x.mean(-1, keepdims=True)
        y = x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-5) * weights[name + ".weight"]
        return y + weights[name + ".bias"] if norms["kind"] == "LAYER" else y

    def active(x):
        if stack["feedForward"]["activation"] == "RELU":
            return np.maximum(x, 0)
        return x * 0.5 * (1 + np.vectorize(math.erf)(x / math.sqrt(2)))

    def rotated(x):  # (heads, time, part)
        if positions["kind"] != "rotary":
            return x
        pairs = np.arange(part) % (part // 2)
        angles = order[:, None] / positions["base"] ** (2 * pairs / part)
        crossed = np.concatenate([-x[..., part // 2 :], x[..., : part // 2]], -1)
        return x * np.cos(angles) + crossed * np.sin(angles)

    seen = np.array([[visible(attention["visibility"], i, j) for j in order] for i in order])
    bias = np.zeros((heads, time, time))
    if positions["kind"] == "alibi":
        slopes = 2.0 ** (-8 * (np.arange(heads) + 1) / heads)
        bias = -slopes[:, None, None] * abs(order[:, None] - order)

    def attend(layer, x):
        def split(name):
            return linear(layer + "attention." + name, x).reshape(time, heads, part).swapaxes(0, 1)

        q, k, v = rotated(split("query")), rotated(split("key")), split("value")
        if attention["logLength"]:
            q = q * np.log(seen.sum(1))[:, None]
        scores = q @ k.swapaxes(1, 2) / math.sqrt(part) + bias
        if positions["kind"] == "clipped-bias":
            radius = positions["radius"]
            apart = np.clip(order - order[:, None], -radius, radius) + radius
            scores = scores + weights[layer + "attention.distance"][apart].transpose(2, 0, 1)
        heard = softmax(np.where(seen, scores, -np.inf)) @ v
        return linear(layer + "attention.out", heard.swapaxes(0, 1).reshape(time, width))

    def feed(layer, x):
        inner = linear(layer + "feedforward.in", x)
        if stack["feedForward"]["gated"]:
            return linear(
                layer + "feedforward.out", inner * active(linear(layer + "feedforward.gate", x))
            )
        return linear(layer + "feedforward.out", active(inner))

    def block(name, function, layer, x):
        if norms["placed"] == "PRE":
            return x + function(layer, norm(layer + name + ".norm", x))
        return norm(layer + name + ".norm", x + function(layer, x))

    start = weights["token.embedding.0"][tokens]
    if positions["kind"] == "learned":
        start = start + weights["position.embedding"][order]
    if positions["kind"] == "sinusoidal":
        columns = np.arange(width)
        angles = order[:, None] / 10000.0 ** (2 * (columns // 2) / width)
        start = start + np.where(columns % 2 == 0, np.sin(angles), np.cos(angles))
    depth, x = stack["depth"], start
    for time_through in range(depth["most"]):
        if time_through > 0 and depth["injected"]:
            x = x + start
        for i in range(stack["layers"]):
            x = block("attention", attend, f"layer.{i}.", x)
            x = block("feedforward", feed, f"layer.{i}.", x)
    return linear("head", norm("head.norm", x) if norms["placed"] == "PRE" else x)


if __name__ == "__main__":
    folder, *ids = sys.argv[1:]
    with open(folder + "/model.json", encoding="utf-8") as card:
        model = json.load(card)["spec"]
    for row in logits(model, safetensors(folder + "/weights.safetensors"), [int(i) for i in ids]):
        print(json.dumps(row.tolist()))
