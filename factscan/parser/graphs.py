"""The three graphs of the network in onnxruntime: on one thread, without a growing arena."""

import os
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

# From 1.32 on onnxruntime reports its use to its makers, and keeps a database for that in the user's cache: it looks
# at this variable when it is imported, and nothing that is called later helps.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

from onnxruntime import InferenceSession, RunOptions, SessionOptions

GRAPH_FILES = ("forms.onnx", "encoder.onnx", "labels.onnx")
_ERRORS_ONLY = 3

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class Graph:
    """A graph that runs on the calling thread: a worker process is a core, and results don't depend on more.

    Its memory is given back after every run: a batch of long sentences must not be paid for ever after.
    """

    def __init__(self, content: bytes):
        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.enable_mem_pattern = False
        options.log_severity_level = _ERRORS_ONLY
        self._session = InferenceSession(content, options, providers=["CPUExecutionProvider"])
        self._run = RunOptions()
        self._run.only_execute_path_to_fetches = True

    def __call__(self, outputs: Iterable[str], **inputs: NDArray[Any]) -> list[NDArray[Any]]:
        """The named outputs; what only others need is not computed."""
        found: list[NDArray[Any]] = self._session.run(list(outputs), inputs, self._run)
        return found
