"""What is asked for to take along is made, even where the run that should make it is ended before it gets there."""

from streamlit.testing.v1 import AppTest


def _page():
    from dataclasses import dataclass

    import streamlit as st

    from panels.take import prepared

    @dataclass(frozen=True)
    class Said:
        view: str

        def name(self, what: str, ending: str) -> str:
            return f"{what}.{ending}"

    if st.session_state.pop("ended", False):
        st.stop()
    view = Said(st.session_state.get("view", "all"))
    made = st.session_state.setdefault("made", [])
    prepared(view, view, "one", "picture", "Drawing", lambda: made.append(view.view) or {"png": b"drawn"})


def offered(app):
    """The words of the buttons: to prepare, and to save."""
    return [one.label for one in app.button] + [one.proto.label for one in app.get("download_button")]


def test_a_press_whose_run_is_ended_early_is_made_by_the_next():
    """Pressed, ended before its place; the next run of the page, which nobody pressed, makes it once."""
    app = AppTest.from_function(_page).run()
    assert offered(app) == ["Prepare the picture"]
    app.session_state["ended"] = True
    app.button(key="prepare-one").click().run()
    assert app.session_state["made"] == []
    app.run().run()
    assert (app.session_state["made"], offered(app)) == (["all"], ["Save picture as PNG"])


def test_what_was_made_of_another_view_is_asked_for_anew():
    """The view changes: the file is not offered, and not made unasked."""
    app = AppTest.from_function(_page).run()
    app.button(key="prepare-one").click().run()
    app.session_state["view"] = "one agency"
    app.run()
    assert (app.session_state["made"], offered(app)) == (["all"], ["Prepare the picture"])
