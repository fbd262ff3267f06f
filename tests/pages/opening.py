"""Opening a page as a person does: by its address, past the content note."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]


def opened(page, *, gate=True, **address):
    """The page of that name as a deep link opens it, past the content note if `gate`."""
    app = AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=90)
    app.query_params.update(address)
    app.run()
    for button in [one for one in app.button if gate and one.key == "gate-open"]:
        button.click().run()
    assert not app.exception
    return app


def words(app):
    """All markup of the page."""
    return "\n".join(one.proto.body for one in app.get("html"))


def charts(app):
    """Its figures."""
    return app.get("plotly_chart")
