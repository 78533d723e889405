"""The network in torch: a deep biaffine parser over a BiLSTM (Dozat and Manning 2017), with more heads."""

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from factscan.parser.forms import PADDING, UNKNOWN_WORD

CHARACTER_WIDTH = 32
CHARACTER_WINDOWS = (3, 5)


@dataclass(frozen=True)
class Sizes:
    """Widths of the network. ``characters`` counts the special ones; so does ``words``."""

    words: int
    characters: int
    tags: int
    morphs: int
    labels: int
    names: int
    floret: int = 64
    word_width: int = 100
    floret_width: int = 100
    spelling_width: int = 128
    hidden: int = 254  # with the two reserved units of export.py, a round 256
    layers: int = 3
    arc: int = 400
    label: int = 128

    @property
    def form_width(self) -> int:
        """Width of a token's vector."""
        return self.word_width + self.floret_width + self.spelling_width


class FormNetwork(nn.Module):
    """A token's vector, from its form alone: word embedding, floret vector, character CNN."""

    def __init__(self, sizes: Sizes):
        super().__init__()
        self.word = nn.Embedding(sizes.words, sizes.word_width)
        nn.init.zeros_(self.word.weight)  # a word never seen in training adds nothing
        self.floret = nn.Linear(sizes.floret, sizes.floret_width)
        self.character = nn.Embedding(sizes.characters, CHARACTER_WIDTH, padding_idx=PADDING)
        filters = sizes.spelling_width // len(CHARACTER_WINDOWS)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(CHARACTER_WIDTH, filters, window, padding=window // 2) for window in CHARACTER_WINDOWS
        )

    def views(self, word: Tensor, characters: Tensor, floret: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The three parts of the vectors of ``n`` forms."""
        spelled = self.character(characters).transpose(1, 2)
        spelling = torch.cat([conv(spelled).amax(dim=2) for conv in self.convolutions], dim=1)
        return self.word(word), self.floret(floret), torch.relu(spelling)

    def forward(self, word: Tensor, characters: Tensor, floret: Tensor) -> Tensor:
        return torch.cat(self.views(word, characters, floret), dim=1)


class Direction(nn.Module):
    """One direction of a layer. Dropping columns of the recurrent weights is recurrent dropout with one mask
    a batch, at the full speed of the fused kernel.
    """

    def __init__(self, width: int, hidden: int):
        super().__init__()
        self.lstm = nn.LSTM(width, hidden, batch_first=True)
        with torch.no_grad():  # remember, until taught to forget
            self.lstm.bias_ih_l0[hidden : 2 * hidden] = 1.0

    def forward(self, x: Tensor, recurrent_dropout: float) -> Tensor:
        if not (self.training and recurrent_dropout):
            return self.lstm(x)[0]
        weight = self.lstm.weight_hh_l0
        mask = torch.empty(weight.shape[1]).bernoulli_(1 - recurrent_dropout) / (1 - recurrent_dropout)
        dropped = {"weight_hh_l0": weight * mask}
        return torch.func.functional_call(self.lstm, dropped, (x,))[0]


class Encoder(nn.Module):
    """BiLSTM layers. Sentences are padded at their ends, and turned around within their own lengths."""

    def __init__(self, sizes: Sizes, dropout: float = 0.33, recurrent_dropout: float = 0.2):
        super().__init__()
        self.dropout, self.recurrent_dropout = dropout, recurrent_dropout
        widths = [sizes.form_width] + [2 * sizes.hidden] * (sizes.layers - 1)
        self.forwards = nn.ModuleList(Direction(width, sizes.hidden) for width in widths)
        self.backwards = nn.ModuleList(Direction(width, sizes.hidden) for width in widths)

    def forward(self, x: Tensor, lengths: Tensor) -> list[Tensor]:
        """The output of every layer, with dropout already on it."""
        turned = _turned(lengths, x.shape[1])
        x = shared_dropout(x, self.dropout, self.training)
        outputs = []
        for ahead, back in zip(self.forwards, self.backwards, strict=True):
            left = ahead(x, self.recurrent_dropout)
            right = _gather(back(_gather(x, turned), self.recurrent_dropout), turned)
            x = shared_dropout(torch.cat([left, right], dim=2), self.dropout, self.training)
            outputs.append(x)
        return outputs


class Parser(nn.Module):
    """The whole network. Tags and sentence starts are read off the layer before the last, the rest off the last."""

    def __init__(self, sizes: Sizes, dropout: float = 0.33):
        super().__init__()
        self.sizes, self.dropout = sizes, dropout
        width = 2 * sizes.hidden
        self.forms = FormNetwork(sizes)
        self.encoder = Encoder(sizes, dropout)
        self.arc_dependent = nn.Linear(width, sizes.arc)
        self.arc_governor = nn.Linear(width, sizes.arc)
        self.root = nn.Parameter(torch.zeros(sizes.arc))
        self.arc = nn.Parameter(torch.zeros(sizes.arc, sizes.arc))
        self.arc_bias = nn.Parameter(torch.zeros(sizes.arc))
        self.label_dependent = nn.Linear(width, sizes.label)
        self.label_governor = nn.Linear(width, sizes.label)
        self.label = nn.Linear(sizes.label, sizes.labels)
        self.tags = nn.Linear(width, sizes.tags)
        self.morphs = nn.Linear(width, sizes.morphs)
        self.names = nn.Linear(width, sizes.names)
        self.starts = nn.Linear(width, 1)
        nn.init.normal_(self.root, std=0.1)

    def encode(
        self, forms: tuple[Tensor, Tensor, Tensor], index: Tensor, lengths: Tensor, blank: float
    ) -> tuple[Tensor, Tensor]:
        """What the heads read, the layer before the last and the last, for sentences ``index`` [B, T] of positions
        among ``forms``. With probability ``blank`` a view of a token is hidden in training.
        """
        views = [view[index] for view in self.forms.views(*forms)]
        if self.training and blank:
            views[0] = torch.where(_chosen(index, blank), self.forms.word.weight[0], views[0])
            views[1:] = [view * ~_chosen(index, blank) for view in views[1:]]
        layers = self.encoder(torch.cat(views, dim=2), lengths)
        return layers[-2], layers[-1]

    def arcs(self, top: Tensor, lengths: Tensor) -> Tensor:
        """Scores [B, T, T + 1] of the heads of every token; column 0 is the root, padding is ruled out."""
        dependent = self._mlp(self.arc_dependent, top)
        governor = self._mlp(self.arc_governor, top)
        root = self.root.expand(len(top), 1, -1).to(governor.dtype)
        governor = torch.cat([root, governor], dim=1)
        scores = dependent @ self.arc @ governor.transpose(1, 2) + (governor @ self.arc_bias)[:, None]
        columns = torch.arange(scores.shape[2])
        return scores.float().masked_fill((columns > lengths[:, None])[:, None], -1e4)

    def label_views(self, top: Tensor) -> tuple[Tensor, Tensor]:
        """What every token is to its head, and to its dependents, [B, T, label] each."""
        return self.label_dependent(top), self.label_governor(top)

    def labels(self, dependent: Tensor, governor: Tensor) -> Tensor:
        """Scores [n, labels] of pairs. A biaffine form would be no better and cost five times as much."""
        return self.label(
            nn.functional.dropout(torch.relu(dependent + governor), self.dropout, self.training)
        )

    def expect(self, counts: dict[str, Tensor]) -> None:
        """Start from the shares of the tags, features, labels and names: without this the first thousand
        steps go into learning them.
        """
        with torch.no_grad():
            for name, count in counts.items():
                share = torch.log((count + 1) / (count + 1).sum())
                head = self.label if name == "labels" else getattr(self, name)
                head.bias.copy_(share)

    def _mlp(self, layer: nn.Linear, x: Tensor) -> Tensor:
        return shared_dropout(torch.relu(layer(x)), self.dropout, self.training)


def shared_dropout(x: Tensor, share: float, training: bool) -> Tensor:
    """Dropout of the same features at all places of a sentence."""
    if not (training and share):
        return x
    mask = torch.empty(x.shape[0], 1, x.shape[2], dtype=x.dtype).bernoulli_(1 - share) / (1 - share)
    return x * mask


def _chosen(index: Tensor, share: float) -> Tensor:
    return (torch.rand(index.shape) < share)[:, :, None]


def _turned(lengths: Tensor, longest: int) -> Tensor:
    places = torch.arange(longest)[None]
    return torch.where(places < lengths[:, None], lengths[:, None] - 1 - places, places)


def _gather(x: Tensor, places: Tensor) -> Tensor:
    return x.gather(1, places[:, :, None].expand(-1, -1, x.shape[2]))


def add_words(parser: Parser, known: list[str], wanted: list[str]) -> Parser:
    """The same network with other words; new ones begin as the unknown word."""
    grown = Parser(replace(parser.sizes, words=len(wanted) + UNKNOWN_WORD + 1))
    state = parser.state_dict()
    old = {word: row for row, word in enumerate(known, 1)}
    rows = torch.tensor([UNKNOWN_WORD, *(old.get(word, UNKNOWN_WORD) for word in wanted)])
    state["forms.word.weight"] = state["forms.word.weight"][rows]
    grown.load_state_dict(state)
    return grown


def save(path: Path, parser: Parser, vocabulary: dict[str, Any]) -> None:
    """Write a checkpoint at once."""
    fresh = path.with_suffix(".new")
    torch.save({"state": parser.state_dict(), "sizes": asdict(parser.sizes), "vocabulary": vocabulary}, fresh)
    fresh.rename(path)


def load(path: Path) -> tuple[Parser, dict[str, Any]]:
    """The network of a checkpoint, ready to predict, and its vocabulary."""
    saved = torch.load(path, weights_only=True)
    parser = Parser(Sizes(**saved["sizes"]))
    parser.load_state_dict(saved["state"])
    return parser.eval(), saved["vocabulary"]
