"""A file made beside the page is asked for, not waited for."""

import threading

from exports.chromium import NoChromiumError
from panels.work import FAILED, begin


def ended(work, thread_name="file for the room"):
    for one in threading.enumerate():
        if one.name == thread_name:
            one.join(10)
    return work


def test_the_page_goes_on_while_a_file_is_made():
    """`begin` comes back before the file is there; how far it is can be read meanwhile."""
    told, go = threading.Event(), threading.Event()

    def make(say):
        say(2, 5)
        told.set()
        go.wait(10)
        return b"file"

    work = begin("case", make)
    told.wait(10)
    assert (work.done, work.at, work.total) == (False, 2, 5)
    go.set()
    assert (ended(work).done, work.made) == (True, b"file")


def test_a_file_that_cannot_be_made_says_why():
    """In the words of the missing browser; of any other mistake only that it could not be made."""

    def lacks(_):
        raise NoChromiumError("Install one.")

    def breaks(_):
        raise ValueError("/a/path of this machine")

    assert ended(begin("case", lacks)).failed == "Install one."
    assert ended(begin("case", breaks)).failed == FAILED
