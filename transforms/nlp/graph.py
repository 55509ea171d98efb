"""Small ONNX graphs, written node by node, and sessions of ONNX Runtime that compute them.

The file format is protocol buffers, of which a graph needs three kinds of field; the numbers below are those of `onnx.proto3`. So no
package is needed to write what ONNX Runtime reads.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import onnxruntime
from numpy.typing import NDArray

OPSET = 17  # the first with LayerNormalization
_IR_VERSION = 8  # of the file format, as it was with that operator set
_TENSOR_TYPES = {"float32": 1, "int64": 7}
_FLOAT_ATTRIBUTE = 1
_INT_ATTRIBUTE = 2
_INTS_ATTRIBUTE = 7
_FATAL = 4  # the only messages of ONNX Runtime that are not kept quiet


@dataclass(frozen=True, slots=True)
class Tensor:
    """An input or output of a graph: name, element type (`float32`, `int64`) and shape, where a string names a free dimension."""

    name: str
    kind: str
    shape: tuple[int | str, ...]


class Graph:
    """A graph under construction. Values are names: what a node gives can be another's input."""

    def __init__(self) -> None:
        self._nodes: list[bytes] = []
        self._constants: list[bytes] = []
        self._values = 0

    def constant(self, values: NDArray[np.generic] | Sequence[int]) -> str:
        """The name of a constant: an array of `float32`, or integers."""
        array = np.ascontiguousarray(values if isinstance(values, np.ndarray) else np.array(values, np.int64))
        name = self._new_name()
        fields = [_integer(1, size) for size in array.shape]
        fields += [_integer(2, _TENSOR_TYPES[array.dtype.name]), _text(8, name), _bytes(9, array.tobytes())]
        self._constants.append(b"".join(fields))
        return name

    def add(self, operator: str, *inputs: str, output: str | None = None, **attributes: float | tuple[int, ...]) -> str:
        """Adds a node with one output and gives back its name, `output` where that is given."""
        name = output or self._new_name()
        self._add(operator, inputs, [name], attributes)
        return name

    def split(self, value: str, parts: int, size: int) -> list[str]:
        """The columns of a matrix in `parts` blocks of `size` columns each."""
        names = [self._new_name() for _ in range(parts)]
        self._add("Split", (value, self.constant([size] * parts)), names, {"axis": 1})
        return names

    def open_session(self, inputs: Sequence[Tensor], outputs: Sequence[Tensor]) -> onnxruntime.InferenceSession:
        """A session on one thread that computes `outputs` of `inputs`: it may be opened before a process forks."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = _FATAL
        options.enable_mem_pattern = False  # plans memory for one shape; every batch has another
        return onnxruntime.InferenceSession(self._write(inputs, outputs), options, providers=["CPUExecutionProvider"])

    def _new_name(self) -> str:
        self._values += 1
        return f"v{self._values}"

    def _add(self, operator: str, inputs: Sequence[str], outputs: Sequence[str], attributes: Mapping[str, float | tuple[int, ...]]) -> None:
        fields = [*(_text(1, name) for name in inputs), *(_text(2, name) for name in outputs), _text(4, operator)]
        for name, value in attributes.items():
            if isinstance(value, int):
                fields.append(_bytes(5, _text(1, name) + _integer(3, value) + _integer(20, _INT_ATTRIBUTE)))
            elif isinstance(value, tuple):
                numbers = b"".join(_integer(8, number) for number in value)
                fields.append(_bytes(5, _text(1, name) + numbers + _integer(20, _INTS_ATTRIBUTE)))
            else:
                fields.append(_bytes(5, _text(1, name) + _float(2, value) + _integer(20, _FLOAT_ATTRIBUTE)))
        self._nodes.append(b"".join(fields))

    def _write(self, inputs: Sequence[Tensor], outputs: Sequence[Tensor]) -> bytes:
        graph = [_bytes(1, node) for node in self._nodes]
        graph += [_text(2, "onrecord"), *(_bytes(5, constant) for constant in self._constants)]
        graph += [*(_bytes(11, _tensor(t)) for t in inputs), *(_bytes(12, _tensor(t)) for t in outputs)]
        operators = _text(1, "") + _integer(2, OPSET)
        return _integer(1, _IR_VERSION) + _bytes(7, b"".join(graph)) + _bytes(8, operators)


def _tensor(tensor: Tensor) -> bytes:
    sizes = (_text(2, size) if isinstance(size, str) else _integer(1, size) for size in tensor.shape)
    shape = b"".join(_bytes(1, size) for size in sizes)
    kind = _integer(1, _TENSOR_TYPES[tensor.kind]) + _bytes(2, shape)
    return _text(1, tensor.name) + _bytes(2, _bytes(1, kind))


def _varint(value: int) -> bytes:
    """A number in groups of seven bits, the lowest first, as protocol buffers write it.

    >>> _varint(300)
    b'\\xac\\x02'
    """
    groups = bytearray()
    while value > 127:
        groups.append(value & 127 | 128)
        value >>= 7
    return bytes([*groups, value])


def _integer(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())


def _float(field: int, value: float) -> bytes:
    return _varint(field << 3 | 5) + struct.pack("<f", value)
