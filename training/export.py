"""From a checkpoint to the files that factscan runs: three ONNX graphs with 8-bit weights, and ``parser.json``.

Activations are rounded to 8 bits as well. onnxruntime scales them by the least and the greatest number of a whole
batch, so that a sentence's result would depend on its company. Therefore every quantised input holds two
reserved features that always reach the bounds: two constant columns of a form's vector, and two hidden units of every
LSTM whose gates are open from the start, h(t) = ±tanh(t), which no other unit can exceed.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from examples import WINDOW
from network import CHARACTER_WINDOWS, Direction, Parser
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from factscan.parser.forms import CHARACTERS

WEIGHT_LEVELS = 63
"""Weights take 7 bits: AVX2 without VNNI adds pairs of products of 8 bits in 16 bits, which would overflow."""

OPSET = 17
OPEN_GATE = 20.0
ACTIVATION_LEVELS = 255
FORM_BOUND, ARC_BOUND = 4.0, 8.0  # numbers beyond are cut: next to none in trained networks
Array = NDArray[Any]


class GraphWriter:
    """Collects the nodes and constants of a graph; every method returns the name of its result."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def constant(self, value: Any, dtype: Any = None) -> str:
        """A constant."""
        name = f"constant{len(self._constants)}"
        self._constants.append(
            numpy_helper.from_array(np.ascontiguousarray(np.asarray(value, dtype=dtype)), name)
        )
        return name

    def node(self, kind: str, *inputs: str, out: str = "", **attributes: Any) -> str:
        """One operation with one result, named ``out``."""
        out = out or f"{kind}{len(self._nodes)}"
        domain = "com.microsoft" if kind in ("DynamicQuantizeLSTM", "MatMulIntegerToFloat") else ""
        self._nodes.append(helper.make_node(kind, list(inputs), [out], domain=domain, **attributes))
        return out

    def product(self, x: str, weights: Tensor, bias: Tensor, *, low: float, high: float) -> str:
        """``x`` [..., n] (cut to low … high, rounded to 8 bits) times ``weights`` [n, m] plus ``bias`` [m]."""
        scale = np.float32((high - low) / ACTIVATION_LEVELS)
        zero = self.constant(round(-low / scale), np.uint8)
        step = self.constant(scale)
        quantised = self.node("QuantizeLinear", x, step, zero)
        table, scales = quantise(weights.numpy(), axis=0)
        return self.node(
            "MatMulIntegerToFloat",
            quantised,
            self.constant(table),
            step,
            self.constant(scales),
            zero,
            self.constant(np.zeros(scales.shape, np.int8)),
            self.constant(bias.numpy()),
        )

    def columns(self, x: str, first: int, after: int, **named: str) -> str:
        """A range of the last axis."""
        bounds = (self.constant([value], np.int64) for value in (first, after, -1))
        return self.node("Slice", x, *bounds, **named)

    def save(
        self, path: Path, inputs: dict[str, tuple[int, list[Any]]], outputs: dict[str, tuple[int, list[Any]]]
    ) -> None:
        """Check and write the graph."""
        graph = helper.make_graph(
            self._nodes,
            path.stem,
            [helper.make_tensor_value_info(name, *kind) for name, kind in inputs.items()],
            [
                helper.make_tensor_value_info(name, kind, list(shape))
                for name, (kind, shape) in outputs.items()
            ],
            self._constants,
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="factscan")
        onnx.checker.check_model(model)
        onnx.save(model, path)


def quantise(
    weights: Array, axis: int, levels: int = WEIGHT_LEVELS
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Weights as whole numbers of at most ``levels``, and the scales of the slices along ``axis``."""
    greatest = np.maximum(np.abs(weights).max(axis=axis), 1e-9)
    scales = (greatest / levels).astype(np.float32)
    return np.round(weights / np.expand_dims(scales, axis)).astype(np.int8), scales


def write_forms(parser: Parser, bound: float, path: Path) -> None:
    """``forms.onnx``: from the inputs of forms to their vectors, cut to ±``bound``, and the two reserved columns."""
    graph, forms = GraphWriter(), parser.forms
    table, scales = quantise(forms.word.weight.numpy(), axis=1, levels=127)
    rows = graph.node("Gather", graph.constant(table), "word")
    steps = graph.node("Gather", graph.constant(scales[:, None]), "word")
    word = graph.node("Mul", graph.node("Cast", rows, to=TensorProto.FLOAT), steps)
    floret = graph.node(
        "Gemm",
        "floret",
        graph.constant(forms.floret.weight.numpy()),
        graph.constant(forms.floret.bias.numpy()),
        transB=1,
    )
    spelled = graph.node("Gather", graph.constant(forms.character.weight.numpy()), "characters")
    spelled = graph.node("Transpose", spelled, perm=[0, 2, 1])
    views = [word, floret]
    for window, layer in zip(CHARACTER_WINDOWS, forms.convolutions, strict=True):
        weights = (graph.constant(layer.weight.numpy()), graph.constant(layer.bias.numpy()))
        filtered = graph.node("Conv", spelled, *weights, pads=[window // 2, window // 2])
        views.append(graph.node("Relu", graph.node("ReduceMax", filtered, axes=[2], keepdims=0)))
    vectors = graph.node("Concat", *views, axis=1)
    low, high = graph.constant(-bound, np.float32), graph.constant(bound, np.float32)
    cut = graph.node("Clip", vectors, low, high)
    count = graph.node("Shape", "word")
    shape = graph.node("Concat", count, graph.constant([2], np.int64), axis=0)
    reserved = graph.node("Expand", graph.constant([[-bound, bound]], np.float32), shape)
    graph.node("Concat", cut, reserved, axis=1, out="x")
    inputs = {
        "word": (TensorProto.INT64, ["n"]),
        "characters": (TensorProto.INT64, ["n", CHARACTERS]),
        "floret": (TensorProto.FLOAT, ["n", parser.sizes.floret]),
    }
    graph.save(path, inputs, {"x": (TensorProto.FLOAT, ["n", parser.sizes.form_width + 2])})


def write_encoder(parser: Parser, bound: float, path: Path) -> None:
    """``encoder.onnx``: the LSTMs and all heads; of the labels only what each token brings to them."""
    graph = GraphWriter()
    layers = _lstms(graph, parser)
    middle, top = layers[-2:]
    sizes = parser.sizes

    scores = _outputs(graph, middle, [parser.tags, parser.morphs, parser.starts], sizes.hidden)
    for name, score in zip(("tags", "morphs"), scores, strict=False):
        graph.node("ArgMax", score, axis=2, keepdims=0, out=name)
    graph.node("Squeeze", graph.node("Sigmoid", scores[2]), graph.constant([2], np.int64), out="starts")

    parts = [
        parser.arc_dependent,
        parser.arc_governor,
        parser.label_dependent,
        parser.label_governor,
        parser.names,
    ]
    *views, names = _outputs(graph, top, parts, sizes.hidden)
    graph.node("LogSoftmax", names, axis=2, out="names")
    dependent, governor = (graph.node("Relu", view) for view in views[:2])
    for name, view in zip(("dependents", "governors"), views[2:], strict=True):
        graph.node("Identity", view, out=name)
    mixed = graph.product(dependent, parser.arc, parser.arc_bias, low=0, high=bound)
    # the root goes before the tokens as one more governor
    batch = graph.node("Shape", "x", end=1)
    shape = graph.node("Concat", batch, graph.constant([1, sizes.arc], np.int64), axis=0)
    root = graph.node("Expand", graph.constant(parser.root.numpy()[None, None]), shape)
    governors = graph.node("Concat", root, governor, axis=1)
    arcs = graph.node("MatMul", mixed, graph.node("Transpose", governors, perm=[0, 2, 1]))
    graph.node("LogSoftmax", arcs, axis=2, out="arcs")
    tokens = ["B", "T"]
    outputs = {
        "arcs": (TensorProto.FLOAT, [*tokens, None]),
        "dependents": (TensorProto.FLOAT, [*tokens, sizes.label]),
        "governors": (TensorProto.FLOAT, [*tokens, sizes.label]),
        "tags": (TensorProto.INT64, tokens),
        "morphs": (TensorProto.INT64, tokens),
        "names": (TensorProto.FLOAT, [*tokens, sizes.names]),
        "starts": (TensorProto.FLOAT, tokens),
    }
    graph.save(path, {"x": (TensorProto.FLOAT, [*tokens, sizes.form_width + 2])}, outputs)


def _outputs(graph: GraphWriter, x: str, layers: list[nn.Linear], hidden: int) -> list[str]:
    """Linear layers over the same LSTM output, as one product."""
    weights = torch.cat([layer.weight for layer in layers]).T
    both = graph.product(
        x, _spread(weights, hidden), torch.cat([layer.bias for layer in layers]), low=-1, high=1
    )
    parts, first = [], 0
    for layer in layers:
        parts.append(graph.columns(both, first, first + layer.out_features))
        first += layer.out_features
    return parts


def _spread(weights: Tensor, hidden: int) -> Tensor:
    """Weights [2 · hidden, m] with rows of zeros for the two reserved units behind each direction's."""
    nothing = torch.zeros(2, weights.shape[1])
    return torch.cat([weights[:hidden], nothing, weights[hidden:], nothing])


def _lstms(graph: GraphWriter, parser: Parser) -> list[str]:
    """The outputs [B, T, 2 · (hidden + 2)] of the layers."""
    hidden = parser.sizes.hidden
    x = graph.node("Transpose", "x", perm=[1, 0, 2])
    outputs = []
    for place, directions in enumerate(zip(parser.encoder.forwards, parser.encoder.backwards, strict=True)):
        weights, recurrent, biases = map(
            np.stack, zip(*(_gates(d, hidden, place) for d in directions), strict=True)
        )
        table, scales = quantise(weights, axis=1)
        recurrent_table, recurrent_scales = quantise(recurrent, axis=1)
        zeros = graph.constant(np.zeros(scales.shape, np.int8))
        y = graph.node(
            "DynamicQuantizeLSTM",
            x,
            graph.constant(table),
            graph.constant(recurrent_table),
            graph.constant(biases),
            *[""] * 4,
            graph.constant(scales),
            zeros,
            graph.constant(recurrent_scales),
            zeros,
            hidden_size=hidden + 2,
            direction="bidirectional",
        )
        y = graph.node("Transpose", y, perm=[0, 2, 1, 3])  # [T, 2, B, H] → [T, B, 2, H]
        x = graph.node("Reshape", y, graph.constant([0, 0, 2 * (hidden + 2)], np.int64))
        outputs.append(graph.node("Transpose", x, perm=[1, 0, 2]))
    return outputs


def _gates(direction: Direction, hidden: int, place: int) -> tuple[Array, Array, Array]:
    """Input weights [in, 4H], recurrent ones [H, 4H] and biases [8H] in ONNX's order of gates (input, output,
    forget, cell), with the two reserved units.
    """
    lstm = direction.lstm
    weights, recurrent = lstm.weight_ih_l0.T, lstm.weight_hh_l0.T
    biases = (lstm.bias_ih_l0 + lstm.bias_hh_l0)[None]
    nothing = torch.zeros(2, weights.shape[1])
    weights = _spread(weights, hidden) if place else torch.cat([weights, nothing])
    recurrent = torch.cat([recurrent, nothing])
    gates = []
    for matrix, bounds in ((weights, 0.0), (recurrent, 0.0), (biases, OPEN_GATE)):
        into, forget, cell, out = matrix.chunk(4, dim=1)
        opened = torch.full((len(matrix), 2), bounds)
        signed = opened * torch.tensor([-1.0, 1.0])
        parts = [into, opened, out, opened, forget, opened, cell, signed]
        gates.append(torch.cat(parts, dim=1).numpy())
    return gates[0], gates[1], np.concatenate([gates[2][0], np.zeros_like(gates[2][0])])


def write_labels(parser: Parser, path: Path) -> None:
    """``labels.onnx``: the best label of pairs of a dependent and its governor, and its probability."""
    graph, sizes = GraphWriter(), parser.sizes
    hidden = graph.node("Relu", graph.node("Add", "dependents", "governors"))
    weights, bias = (graph.constant(part.numpy()) for part in (parser.label.weight, parser.label.bias))
    scores = graph.node("Gemm", hidden, weights, bias, transB=1)
    graph.node("ArgMax", scores, axis=1, keepdims=0, out="labels")
    shares = graph.node("Softmax", scores, axis=1)
    graph.node("ReduceMax", shares, axes=[1], keepdims=0, out="probabilities")
    pair = {name: (TensorProto.FLOAT, ["n", sizes.label]) for name in ("dependents", "governors")}
    graph.save(
        path, pair, {"labels": (TensorProto.INT64, ["n"]), "probabilities": (TensorProto.FLOAT, ["n"])}
    )


def write_description(parser: Parser, vocabulary: dict[str, Any], path: Path) -> None:
    """``parser.json``: the lists that ids point into, and sizes."""
    lists = {**vocabulary, "width": parser.sizes.form_width + 2, "window": WINDOW}
    path.write_text(json.dumps(lists, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def export(parser: Parser, vocabulary: dict[str, Any], vectors: Path, folder: Path) -> None:
    """Write all files of the network; ``vectors`` are copied."""
    parser.requires_grad_(False)
    folder.mkdir(parents=True, exist_ok=True)
    write_forms(parser, FORM_BOUND, folder / "forms.onnx")
    write_encoder(parser, ARC_BOUND, folder / "encoder.onnx")
    write_labels(parser, folder / "labels.onnx")
    write_description(parser, vocabulary, folder / "parser.json")
    shutil.copyfile(vectors, folder / "floret.npz")
