"""The only rooms that know files: YAML chronologies in, checked cases and pandas frames out."""

from loaders.case import Case, read_case
from loaders.library import Library
from loaders.problems import ChronologyError, Problem
from loaders.shelves import read_library

__all__ = ["Case", "ChronologyError", "Library", "Problem", "read_case", "read_library"]
