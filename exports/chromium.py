"""The machine's Chromium, kept open for one process: figures to SVG, and SVG and pages to PNG and PDF, without a request to any network."""

from __future__ import annotations

import asyncio
import atexit
import base64
import os
import threading
from collections.abc import Coroutine
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from exports.hatch import lined

Answer = TypeVar("Answer")
SECONDS = 90
NOT_FOUND = (
    "No Chromium, Chrome or Edge was found on this machine, so pictures and printed pages cannot be made here. "
    "Install one of them, or set CHROMIUM to the path of its program, and start again. Tables and links need none."
)
FAILED = "Chromium did not finish the page. Try once more; if it happens again, restart the app."


class NoChromiumError(RuntimeError):
    """There is no Chromium, or it does not answer; its text says what to do."""


def program() -> str:
    """The path of the Chromium to use: CHROMIUM, else BROWSER_PATH, else one where they usually are; blank for none."""
    for name in ("CHROMIUM", "BROWSER_PATH"):
        if os.environ.get(name):
            return os.environ[name] if Path(os.environ[name]).is_file() else ""
    from choreographer.browsers.chromium import Chromium

    return Chromium.find_browser(skip_local=False) or ""


def svg_of(figure: dict[str, Any], width: float, height: float) -> str:
    """The figure as Plotly draws it, as SVG, its hatches as plain lines."""
    return lined(_run(_svg(figure, width, height)))


def png_of(html: str, width: float, height: float, scale: float = 2) -> bytes:
    """A page of that many px as PNG, `scale` times as fine."""
    return _run(_png(html, width, height, scale))


def pdf_of(
    html: str, width: float, height: float, margins: tuple[float, ...] = (0, 0, 0, 0), head: str = "", foot: str = ""
) -> bytes:
    """A page as PDF on paper of that many px (96 an inch). margins: top, right, bottom, left; head, foot: HTML of every page."""
    return _run(_pdf(html, width, height, margins, head, foot))


@cache
def font_css() -> str:
    """The screen's own typeface as CSS, upright and italic, for pictures that look like the screen; blank where it is not installed."""
    found = find_spec("streamlit")
    if found is None or not found.submodule_search_locations:
        return ""
    folder = Path(next(iter(found.submodule_search_locations))) / "static" / "static" / "media"
    return "".join(
        f'@font-face{{font-family:"Source Sans";font-style:{style};font-weight:200 900;'
        f'src:url(data:font/woff2;base64,{base64.b64encode(file.read_bytes()).decode()}) format("woff2")}}'
        for style, name in (("normal", "Upright"), ("italic", "Italic"))
        for file in sorted(folder.glob(f"SourceSansVF-{name}*.woff2"))[:1]
    )


class _Page:
    """The page Plotly draws in: its own script only, and no address may be asked."""

    def generate_index(self) -> str:
        import kaleido

        rule = "default-src 'none'; script-src file: 'unsafe-inline' 'unsafe-eval' blob:; style-src 'unsafe-inline'; img-src data: blob:; font-src data:"
        page = str(kaleido.PageGenerator(mathjax=False).generate_index())
        return page.replace(
            "<head>", f'<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{rule}">', 1
        )


class _Kept:
    """A browser, its event loop in a thread of its own, and the lock that lets one page at a time through."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.loop: asyncio.AbstractEventLoop | None = None
        self.browser: Any = None
        self.tab: Any = None

    def run(self, work: Coroutine[Any, Any, Answer]) -> Answer:
        """Do the work in the browser's loop. A failed browser is closed, so that the next try starts a fresh one."""
        with self.lock:
            if self.loop is None:
                self.loop = asyncio.new_event_loop()
                threading.Thread(target=self.loop.run_forever, daemon=True, name="chromium").start()
            try:
                return asyncio.run_coroutine_threadsafe(asyncio.wait_for(work, SECONDS), self.loop).result()
            except NoChromiumError:
                raise
            except Exception as error:
                self._drop()
                raise NoChromiumError(FAILED) from error

    def close(self) -> None:
        """Close the browser; the next page opens a new one."""
        with self.lock:
            self._drop()

    def _drop(self) -> None:
        browser, self.browser, self.tab = self.browser, None, None
        if browser is not None and self.loop is not None:
            try:
                asyncio.run_coroutine_threadsafe(asyncio.wait_for(browser.close(), 10), self.loop).result(12)
            except Exception:
                return


_kept = _Kept()
atexit.register(_kept.close)


def close() -> None:
    """Close the kept browser; the next picture opens a new one."""
    _kept.close()


def _run(work: Coroutine[Any, Any, Answer]) -> Answer:
    return _kept.run(work)


async def _open() -> Any:
    if _kept.browser is None:
        path = program()
        if not path:
            raise NoChromiumError(NOT_FOUND)
        import kaleido

        browser = kaleido.Kaleido(n=1, page_generator=_Page(), timeout=SECONDS, path=path)
        await browser.open()
        _kept.browser = browser
    return _kept.browser


async def _svg(figure: dict[str, Any], width: float, height: float) -> str:
    browser = await _open()
    made = await browser.calc_fig(figure, opts={"format": "svg", "width": width, "height": height, "scale": 1})
    return bytes(made).decode("utf-8")


async def _png(html: str, width: float, height: float, scale: float) -> bytes:
    await _show(html)
    size = {"width": round(width), "height": round(height)}
    await _send("Emulation.setDeviceMetricsOverride", {**size, "deviceScaleFactor": scale, "mobile": False})
    clip = {"x": 0, "y": 0, **size, "scale": 1}
    answer = await _send("Page.captureScreenshot", {"format": "png", "clip": clip, "captureBeyondViewport": True})
    await _send("Emulation.clearDeviceMetricsOverride", {})
    return base64.b64decode(answer["data"])


async def _pdf(html: str, width: float, height: float, margins: tuple[float, ...], head: str, foot: str) -> bytes:
    await _show(html)
    sides = {f"margin{side}": size / 96 for side, size in zip(("Top", "Right", "Bottom", "Left"), margins, strict=True)}
    paper = {"paperWidth": width / 96, "paperHeight": height / 96, "printBackground": True, **sides}
    around = {"displayHeaderFooter": True, "headerTemplate": head or "<span></span>", "footerTemplate": foot or "<span></span>"}
    answer = await _send("Page.printToPDF", paper | (around if head or foot else {}))
    return base64.b64decode(answer["data"])


async def _show(html: str) -> None:
    browser = await _open()
    if _kept.tab is None:
        _kept.tab = await browser.create_tab("about:blank")
        await _send("Page.enable", {})
    tree = await _send("Page.getFrameTree", {})
    await _send("Page.setDocumentContent", {"frameId": tree["frameTree"]["frame"]["id"], "html": html})
    await _send("Runtime.evaluate", {"expression": "document.fonts.ready.then(() => 1)", "awaitPromise": True})


async def _send(command: str, params: dict[str, Any]) -> dict[str, Any]:
    answer = await _kept.tab.send_command(command, params=params)
    if "error" in answer:
        raise RuntimeError(f"{command}: {answer['error']}")
    return dict(answer["result"])
