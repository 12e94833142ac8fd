"""The encoder as it is learned: one attention layer over words, brought near the teacher's vectors by descent."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

Floats = npt.NDArray[np.float32]
Parameters = dict[str, torch.Tensor]
WIDTH, HEADS, HIDDEN = 128, 4, 256
LONGEST = 48
EPOCHS, AT_ONCE, HEAP = 9, 256, 40
STEP, DECAY, WARMING = 2e-3, 0.01, 0.1
WORDS_DROPPED, SQUARES = 0.1, 0.2
HELD_OUT = 3000
SEED = 0


def rows_of(texts: list[str], words: list[str]) -> list[list[int]]:
    """Each text's words as rows of the table, from 1; words that are not in it are left out."""
    place = {word: at for at, word in enumerate(words, 1)}
    return [[place[word] for word in re.findall("[a-z]+", text.lower()) if word in place][:LONGEST] for text in texts]


def principal_axes(told: Floats) -> Floats:
    """The first 128 principal axes of centred vectors (384 × 128)."""
    _, axes = np.linalg.eigh((told.T @ told).astype(np.float64))
    return np.ascontiguousarray(axes[:, ::-1][:, :WIDTH], dtype=np.float32)


def encoded(parameters: Parameters, rows: torch.Tensor) -> torch.Tensor:
    """The sentences' vectors; the same as `analysis.sentence_encoder` without its counts (rows: sentences × places)."""
    there = rows > 0
    x = parameters["words"][rows]
    n, longest, _ = x.shape
    three = _linear(parameters, "attend", _normalised(parameters, "before", x))
    queries, keys, values = three.view(n, longest, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
    taken = functional.scaled_dot_product_attention(queries, keys, values, attn_mask=there[:, None, None, :])
    x = x + _linear(parameters, "joined", taken.transpose(1, 2).reshape(n, longest, WIDTH))
    x = x + _linear(parameters, "shown", _linear(parameters, "hidden", _normalised(parameters, "between", x)).relu())
    stress = torch.exp(_linear(parameters, "stress", x).clamp(-5, 5)) * there[..., None]
    mean = (x * stress).sum(1) / stress.sum(1).clamp(min=1e-6)
    return mean @ parameters["out"]


def learned(rows: list[list[int]], target: Floats, alone: Floats) -> Parameters:
    """The parameters after nine epochs of AdamW over the texts (rows of words, their target vectors).

    The loss is one less the cosine, and a fifth of the squared distance; a tenth of the words is left out each time,
    so that each word must say its part. Words start from the teacher's vectors of them alone, turned onto the axes.
    """
    torch.manual_seed(SEED)
    random = np.random.default_rng(SEED)
    parameters = _first(alone)
    order = random.permutation(len(rows))
    held, used = order[:HELD_OUT], order[HELD_OUT:]
    lengths = np.array([len(row) for row in rows])
    steps = EPOCHS * (len(used) // AT_ONCE + HEAP)
    optimiser = torch.optim.AdamW(
        [
            {"params": [parameters["words"]], "weight_decay": 0.0},
            {"params": [kept for name, kept in parameters.items() if name != "words"], "weight_decay": DECAY},
        ],
        lr=STEP,
    )
    pace = torch.optim.lr_scheduler.OneCycleLR(optimiser, STEP, total_steps=steps, pct_start=WARMING)
    told, begun = torch.from_numpy(target), time.time()
    for epoch in range(EPOCHS):
        for some in _heaps(random.permutation(used), lengths, random):
            batch = _padded([rows[at] for at in some])
            found = encoded(parameters, batch * (torch.rand(batch.shape) > WORDS_DROPPED))
            wanted = told[some]
            away = ((found - wanted) ** 2).sum(1).mean()
            loss = (1 - functional.cosine_similarity(found, wanted)).mean() + SQUARES * away
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            pace.step()
        near = _likeness(parameters, [rows[at] for at in held], told[held])
        print(f"epoch {epoch + 1}: likeness of texts held out {near:.3f}, {time.time() - begun:.0f} s", flush=True)
    return parameters


def _first(alone: Floats) -> Parameters:
    def drawn(inputs: int, *shape: int) -> torch.Tensor:
        return (torch.rand(*shape) * 2 - 1) / inputs**0.5

    found = {"words": 2 * torch.from_numpy(np.vstack([np.zeros((1, WIDTH), dtype=np.float32), alone]))}
    for name, inputs, outputs in (
        ("attend", WIDTH, 3 * WIDTH), ("joined", WIDTH, WIDTH), ("hidden", WIDTH, HIDDEN), ("shown", HIDDEN, WIDTH),
        ("stress", WIDTH, 1),
    ):  # fmt: skip
        found[f"{name}_weight"], found[f"{name}_bias"] = drawn(inputs, inputs, outputs), drawn(inputs, outputs)
    for name in ("before", "between"):
        found[f"{name}_weight"], found[f"{name}_bias"] = torch.ones(WIDTH), torch.zeros(WIDTH)
    found["out"] = drawn(WIDTH, WIDTH, WIDTH)
    return {name: values.requires_grad_() for name, values in found.items()}


def _linear(parameters: Parameters, name: str, x: torch.Tensor) -> torch.Tensor:
    return x @ parameters[f"{name}_weight"] + parameters[f"{name}_bias"]


def _normalised(parameters: Parameters, name: str, x: torch.Tensor) -> torch.Tensor:
    return functional.layer_norm(x, (WIDTH,), parameters[f"{name}_weight"], parameters[f"{name}_bias"])


def _heaps(
    order: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64], random: np.random.Generator
) -> Iterator[npt.NDArray[np.int64]]:
    """Batches of like length, in a random order."""
    batches = []
    for start in range(0, len(order), AT_ONCE * HEAP):
        heap = order[start : start + AT_ONCE * HEAP]
        heap = heap[np.argsort(lengths[heap], kind="stable")]
        batches += [heap[at : at + AT_ONCE] for at in range(0, len(heap), AT_ONCE)]
    for at in random.permutation(len(batches)):
        yield batches[at]


def _padded(rows: list[list[int]]) -> torch.Tensor:
    whole = np.zeros((len(rows), max(len(row) for row in rows)), dtype=np.int64)
    for at, row in enumerate(rows):
        whole[at, : len(row)] = row
    return torch.from_numpy(whole)


def _likeness(parameters: Parameters, rows: list[list[int]], target: torch.Tensor) -> float:
    with torch.no_grad():
        parts = [encoded(parameters, _padded(rows[at : at + AT_ONCE])) for at in range(0, len(rows), AT_ONCE)]
    return float(functional.cosine_similarity(torch.cat(parts), target).mean())
