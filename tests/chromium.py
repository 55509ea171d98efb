"""A headless Chromium for tests, driven over its DevTools protocol: pages are opened, keys pressed, and what it saw is told."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

NAMES = ("chromium", "chromium-browser", "google-chrome")  # as Debian and others call it
WAIT = 20.0  # seconds for the start, an answer, or a page
_KEYS = {"Tab": (9, ""), "Enter": (13, "\r")}


def find_chromium() -> str | None:
    """The program's path, or None where it is not installed."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextlib.contextmanager
def start_chromium(program: str) -> Iterator[str]:
    """The address of a new Chromium's DevTools; it ends with the block. Nothing of the user's own profile is read."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking"]
        options += ["--disable-component-update", "--disable-sync", "--disable-extensions", f"--user-data-dir={profile}"]
        options += ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium's sandbox refuses root
        with subprocess.Popen(
            [program, *options, "--remote-debugging-port=0", "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            try:
                told = Path(profile, "DevToolsActivePort")
                end = time.monotonic() + WAIT
                while not (told.exists() and len(told.read_text().splitlines()) == 2):
                    if process.poll() is not None or time.monotonic() > end:
                        raise RuntimeError(f"{program} does not start")
                    time.sleep(0.05)
                port, path = told.read_text().splitlines()
                yield f"ws://127.0.0.1:{port}{path}"
            finally:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()


class Tab:
    """One tab. `requests` are the addresses that it asked for, `troubles` what a page ran that it should not, or complained of."""

    def __init__(self, devtools: str, *, scripts: bool = True, width: int = 1200, dark: bool = False) -> None:
        self._socket: ClientConnection = connect(devtools, max_size=None)
        self._count, self._session = 0, None
        self.requests: list[str] = []
        self.troubles: list[str] = []
        target = self.send("Target.createTarget", url="about:blank", newWindow=True)["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        self.send("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600)
        self.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def close(self) -> None:
        """Closes the tab."""
        self.send("Page.close")
        self._socket.close()

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """What the browser answers to a command. Raises where it refuses."""
        self._count += 1
        message = {"id": self._count, "method": method, "params": parameters} | ({"sessionId": self._session} if self._session else {})
        self._socket.send(json.dumps(message))
        while True:
            answer = json.loads(self._socket.recv(timeout=WAIT))
            if answer.get("id") == self._count:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return dict(answer["result"])
            self._hear(answer)

    def _hear(self, event: dict[str, Any]) -> None:
        told = event.get("params", {})
        if event["method"] == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
        elif event["method"] == "Page.javascriptDialogOpening":
            self.troubles.append(f"dialog: {told['message']}")
            self._count += 1
            close = {"id": self._count, "method": "Page.handleJavaScriptDialog", "params": {"accept": False}, "sessionId": self._session}
            self._socket.send(json.dumps(close))
        elif event["method"] == "Runtime.exceptionThrown":
            self.troubles.append(f"exception: {told['exceptionDetails']['text']}")
        elif event["method"] == "Log.entryAdded" and told["entry"]["level"] == "error":
            self.troubles.append(f"{told['entry']['text']} {told['entry'].get('url', '')}")

    def evaluate(self, expression: str) -> Any:
        """The value of an expression of JavaScript in the page, also where the page itself may run none."""
        return self.send("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def open(self, address: str) -> None:
        """Goes to an address and waits for the page."""
        self.send("Page.navigate", url=address)
        self.wait_for(f"document.readyState == 'complete' && location.href.startsWith({json.dumps(address.split('#')[0])})")

    def wait_for(self, condition: str) -> None:
        """Waits until an expression is true."""
        end = time.monotonic() + WAIT
        while time.monotonic() < end:
            with contextlib.suppress(RuntimeError):  # between two pages there is none
                if self.evaluate(condition) is True:
                    return
            time.sleep(0.02)
        raise AssertionError(f"never came true: {condition} at {self.evaluate('location.href')}")

    def press(self, key: str) -> None:
        """Presses Tab or Enter."""
        code, text = _KEYS[key]
        for kind in ("keyDown", "keyUp"):
            typed = {"text": text} if text and kind == "keyDown" else {}
            self.send("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **typed)

    def type(self, text: str) -> None:
        """Types into what has the focus."""
        self.send("Input.insertText", text=text)

    def tab_to(self, selector: str, most: int = 120) -> None:
        """Presses Tab until what has the focus is an element of a selector; where it is must be seen."""
        for _ in range(most):
            self.press("Tab")
            if self.evaluate(f"document.activeElement.matches({json.dumps(selector)})"):
                shown = "getComputedStyle(document.activeElement)"
                assert self.evaluate(f"{shown}.outlineStyle != 'none' && parseFloat({shown}.outlineWidth) > 0"), (
                    f"no focus seen on {selector}"
                )
                return
        raise AssertionError(f"Tab leads to no {selector} at {self.evaluate('location.href')}")

    def follow(self, selector: str, path: str) -> None:
        """Goes to an element by Tab, presses Enter, and waits for the page whose path begins so."""
        self.tab_to(selector)
        self.press("Enter")
        self.wait_for(f"location.pathname.startsWith({json.dumps(path)}) && document.readyState == 'complete'")
