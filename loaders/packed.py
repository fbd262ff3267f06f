"""Frames and what a case says of itself, as bytes and back, exactly: Arrow for frames, JSON for the rest; never pickle."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from pandas.api.internals import create_dataframe_from_blocks

from loaders.columns import DAY
from loaders.dates import Span
from loaders.values import End, Written

TYPES: dict[str, Any] = {one.__name__: one for one in (Span, Written, End)}
LISTED = pa.list_(pa.string())


def packed(frames: Sequence[pd.DataFrame]) -> bytes:
    """Frames of one kind below each other, compressed."""
    whole = pd.concat([one for one in frames if len(one)] or frames[:1], ignore_index=True)
    table = pa.table({name: _column(whole[name]) for name in whole.columns})
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema, options=pa.ipc.IpcWriteOptions(compression="lz4")) as stream:
        stream.write_table(table)
    return bytes(sink.getvalue())


def _column(column: pd.Series) -> Any:
    """Texts, tuples of texts, days or numbers as Arrow has them; anything else in JSON, which is kept as bytes."""
    values = column.to_numpy()
    if (kind := values.dtype) != np.dtype(object):
        return pa.array(values.view("int64"), pa.timestamp("s")) if kind == DAY else pa.array(values)
    listed = values.tolist()
    try:
        array = pa.array(listed, LISTED if listed and isinstance(listed[0], tuple) else pa.string())
        if not array.null_count and not (array.type == LISTED and array.values.null_count):
            return array
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        pass
    return pa.array([json.dumps(plain(one)).encode() for one in listed], pa.binary())


def opened(content: Any) -> Any:
    """The table of packed frames; raises pyarrow.ArrowInvalid where the bytes are no table."""
    with pa.ipc.open_stream(pa.py_buffer(content)) as stream:
        return stream.read_all().combine_chunks()


def unpacked(table: Any, start: int, long: int) -> pd.DataFrame:
    """The frame of some rows of a table, as it was packed."""
    part = table.slice(start, long)
    arrays = [_values(part.column(place)) for place in range(part.num_columns)]
    blocks = []
    for kind in dict.fromkeys(one.dtype for one in arrays):
        places = np.array([place for place, one in enumerate(arrays) if one.dtype == kind])
        block = np.empty((len(places), long), dtype=kind)
        for row, place in enumerate(places):
            block[row] = arrays[place]
        blocks.append((block, places))
    return create_dataframe_from_blocks(blocks, index=pd.RangeIndex(long), columns=pd.Index(table.column_names))


def unpacked_columns(table: Any, start: int, long: int, names: Collection[str]) -> dict[str, Any]:
    """The values of some columns of some rows of a table, as they were packed."""
    part = table.slice(start, long)
    return {name: _values(part.column(name)) for name in names}


def _values(column: Any) -> Any:
    if not column.num_chunks:
        column = pa.chunked_array([pa.array([], column.type)])
    array, kind = column.chunk(0), column.type
    if kind == LISTED:
        words, ends = array.flatten().to_numpy(zero_copy_only=False), array.offsets.to_numpy()
        ends = (ends - ends[0]).tolist()
        tuples = [tuple(words[one:other]) if one < other else () for one, other in pairwise(ends)]
        return np.fromiter(tuples, dtype=object, count=len(tuples))
    if pa.types.is_binary(kind):
        return np.fromiter((exact(json.loads(one)) for one in array.to_pylist()), dtype=object, count=len(array))
    if pa.types.is_timestamp(kind):
        return array.view(pa.int64()).to_numpy(zero_copy_only=False).view(DAY)
    return array.to_numpy(zero_copy_only=False)


def plain(value: Any) -> Any:
    """A value as JSON can hold it: days, spans, dates as written and tuples are named."""
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, tuple):
        return {type(value).__name__: [plain(one) for one in value]}
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    raise TypeError(f"no place for a {type(value).__name__}")


def exact(value: Any) -> Any:
    """The value that `plain` was given."""
    if not isinstance(value, dict):
        return value
    [(name, inside)] = value.items()
    if name == "date":
        return date.fromisoformat(inside)
    parts = [exact(one) for one in inside]
    return TYPES[name](*parts) if name in TYPES else tuple(parts)
