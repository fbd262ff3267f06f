"""A file that a page offers is waited for where it is gone for a moment.

Streamlit forgets a session's files when its page begins to draw itself anew, and has them again under the same name when it comes to
their buttons. Where other people's pages end twice in between, the file is thrown away meanwhile, and a press on its button finds nothing.
"""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

TRIES, PAUSE_SECONDS = 21, 0.1


def names_file(scope: Scope) -> bool:
    """Whether a request asks for a file that a page offers."""
    return scope["type"] == "http" and "/media/" in scope["path"] and "/static/" not in scope["path"]


async def ask_again(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """The answer of the app; where it says that the file is not there, asked again for two seconds before that is passed on."""
    for left in reversed(range(TRIES)):
        gone = False

        async def sending(message: Message, left: int = left) -> None:
            nonlocal gone
            gone = gone or (left > 0 and message["type"] == "http.response.start" and message["status"] == 404)
            if not gone:
                await send(message)

        await app(scope, receive, sending)
        if not gone:
            return
        await asyncio.sleep(PAUSE_SECONDS)
