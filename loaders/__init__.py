"""The only rooms that know files: YAML chronologies in, checked cases and pandas frames out."""

from loaders.case import Case, read_case
from loaders.library import Library, read_library
from loaders.problems import ChronologyError, Problem

__all__ = ["Case", "ChronologyError", "Library", "Problem", "read_case", "read_library"]
