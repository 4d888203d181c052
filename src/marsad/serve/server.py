"""The server that the application runs in: on a socket that listens already, for this process alone."""

from __future__ import annotations

import socket
from threading import Thread

import uvicorn

from marsad.serve.app import workbench
from marsad.serve.settings import Settings

_PATIENCE = 2
"""Seconds that answers under way may still take when it is ended."""


class Server:
    """The workbench on a socket. `run` returns when it is ended, by a signal or by `stop`."""

    def __init__(self, settings: Settings) -> None:
        self._app = workbench(settings)
        self._server = uvicorn.Server(
            uvicorn.Config(
                self._app, log_level="warning", access_log=False, server_header=False, lifespan="on", ws="none",
                timeout_graceful_shutdown=_PATIENCE,
            )
        )  # fmt: skip

    def run(self, listening: socket.socket) -> None:
        """Answer until it is ended."""
        Thread(target=self._app.state.templates.load, daemon=True).start()
        self._server.run(sockets=[listening])

    def stop(self) -> None:
        """End it, from another thread."""
        self._server.should_exit = True
