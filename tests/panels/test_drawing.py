"""The drawing program is where this Streamlit keeps it."""

from panels.drawing import FOLDER, drawing_program


def test_the_drawing_program_of_the_installed_streamlit_is_found():
    """One file, whose address is below the app's own."""
    assert drawing_program().startswith("static/js/PlotlyChart.")
    assert (FOLDER / drawing_program().rpartition("/")[2]).stat().st_size > 1_000_000
