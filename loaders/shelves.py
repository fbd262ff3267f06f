"""What was read of each folder, so that a page that runs again finds it at once: one shelf a folder, for everybody."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Lock

from loaders.boxing import Boxing
from loaders.cache import Themes
from loaders.library import Entry, Kept, Library, assembled, no_longer
from loaders.problems import ChronologyError
from loaders.settled import NOT_SEEN, Seen, look, seen
from loaders.themes import LISTS, SHIPPED, list_file, read_glossary, read_themes

CHEAP_SECONDS = 0.002
REST, MOST_REST_SECONDS = 10, 0.5  # after a look that took long, ten times as long without another
GONE_SECONDS = 12 * 60 * 60
Progress = Callable[[int, int], None]
_shelves: dict[Path, Shelf] = {}


def read_library(folder: Path = SHIPPED, progress: Progress | None = None) -> Library:
    """The library of a folder. A file is read again only when it, or the list of themes, has changed.

    progress: called with how many files are read, and of how many; what it raises ends the reading, and the
    next one goes on from there.
    """
    return _shelves.setdefault(folder.absolute(), Shelf(folder)).library(progress)


class Shelf:
    """What was read of one folder. Whoever comes while another reads gets what there was before."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._entries: dict[str, Entry] = {}
        self._gone: dict[str, tuple[float, Kept]] = {}
        self._lists: tuple[Seen, ...] = ()
        self._themes: Themes = {}
        self._glossary: Mapping[str, str] = {}
        self._unread_lists: tuple[ChronologyError, ...] = ()
        self._library: Library | None = None
        self._reading = Lock()
        self._rest_until = 0.0

    def library(self, progress: Progress | None = None) -> Library:
        """The library as the folder is now."""
        if self._library and (time.monotonic() < self._rest_until or self._unchanged(self._look())):
            return self._library
        if not self._reading.acquire(blocking=self._library is None) and self._library:
            return self._library
        try:
            self._library = self._read(self._look(), progress)
            return self._library
        finally:
            self._reading.release()

    def _look(self) -> dict[str, Seen] | None:
        """What lies in the folder; None where it cannot be looked into."""
        start = time.monotonic()
        try:
            return look(self.folder)
        except OSError:
            return None
        finally:
            took = time.monotonic() - start
            self._rest_until = time.monotonic() + min(REST * took, MOST_REST_SECONDS) if took > CHEAP_SECONDS else 0.0

    def _unchanged(self, found: Mapping[str, Seen] | None) -> bool:
        if found is None or found.keys() != self._entries.keys() or self._lists != self._seen_lists():
            return False
        return all(entry.sure and entry.seen == found[name] for name, entry in self._entries.items())

    def _seen_lists(self) -> tuple[Seen, ...]:
        return tuple(seen(list_file(self.folder, name)) for name in LISTS)

    def _read(self, found: Mapping[str, Seen] | None, progress: Progress | None) -> Library:
        if found is None and self._library:  # a share that is away for a moment; what was read stays
            return self._library
        other_themes = self._read_lists()
        if other_themes:
            self._entries = {name: replace(entry, seen=NOT_SEEN, sure=False) for name, entry in self._entries.items()}
        self._leave_out(found or {})
        self._read_files(found or {}, progress)
        library = assembled(self.folder, self._entries, self._unread_lists, self._glossary)
        now = time.monotonic()
        self._gone = {one: (since, kept) for one, (since, kept) in self._gone.items() if now - since < GONE_SECONDS}
        return replace(library, gone={one: kept for one, (_, kept) in self._gone.items() if one not in library.cases})

    def _read_lists(self) -> bool:
        """Read the lists of themes and acronyms where they have changed; whether the themes are others than before."""
        now = self._seen_lists()
        if now == self._lists:
            return False
        unread: list[ChronologyError] = []
        before, self._themes = self._themes, _list(self.folder, read_themes, unread)
        self._glossary = _list(self.folder, read_glossary, unread) or {}
        self._lists, self._unread_lists = now, tuple(unread)
        return before != self._themes

    def _leave_out(self, found: Mapping[str, Seen]) -> None:
        for name in self._entries.keys() - found.keys():
            kept = no_longer(self.folder, name, self._entries.pop(name))
            if kept:
                self._gone[kept.case.id] = (time.monotonic(), kept)

    def _read_files(self, found: Mapping[str, Seen], progress: Progress | None) -> None:
        """Read what is new or has changed, from the cache where it is there; in order, and kept as far as it went."""
        wanted = {name: one for name, one in found.items() if not self._known(name, one)}
        if not wanted:
            return
        boxing = Boxing(self.folder, found, self._themes)
        try:
            for name, entry in boxing.cached(wanted):
                self._entries[name] = entry
            left = [name for name in wanted if not self._known(name, wanted[name])]
            for done, (name, entry) in enumerate(boxing.read(left, self._entries), 1):
                self._entries[name] = entry
                if progress:
                    progress(done, len(left))
        finally:
            self._entries = {name: self._entries[name] for name in found if name in self._entries}
            boxing.close()

    def _known(self, name: str, now: Seen) -> bool:
        entry = self._entries.get(name)
        return entry is not None and entry.sure and entry.seen == now


def _list(folder: Path, read: Callable[[Path], Mapping[str, str]], unread: list[ChronologyError]) -> Mapping[str, str] | None:
    try:
        return read(folder)
    except ChronologyError as error:
        unread.append(error)
        return None
