"""Chromium as a maker of PDFs: one browser kept running and told to print over its own pipe, page after page."""

import json
import os
from atexit import register
from base64 import b64decode
from functools import lru_cache
from pathlib import Path
from subprocess import DEVNULL, Popen
from tempfile import TemporaryDirectory

BROWSER = Path("/usr/bin/chromium")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-default-apps"),
    *("--disable-dev-shm-usage", "--remote-debugging-pipe"),
)


class Browser:
    """A headless browser; messages are JSON ended by a zero byte, on file descriptors 3 and 4."""

    def __init__(self) -> None:
        if not BROWSER.exists():
            raise FileNotFoundError(f"{BROWSER} is not there. Run: sudo apt install chromium")
        self.folder = TemporaryDirectory(ignore_cleanup_errors=True)
        for_browser, self.out = os.pipe()
        self.answers, from_browser = os.pipe()
        line = f'exec "$0" "$@" 3<&{for_browser} 4>&{from_browser}'
        profile = f"--user-data-dir={self.folder.name}/profile"
        self.process = Popen(
            ["/bin/sh", "-c", line, BROWSER, *FLAGS, profile],
            pass_fds=(for_browser, from_browser), stdout=DEVNULL, stderr=DEVNULL,
        )  # fmt: skip
        os.close(for_browser)
        os.close(from_browser)
        self.count, self.rest = 0, b""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable", self.session)
        register(self.close)

    def ask(self, method: str, session: str | None = None, **given: object) -> dict:
        """Send a command and give its result; events on the way are passed over."""
        self.count += 1
        message = {"id": self.count, "method": method, "params": given} | ({"sessionId": session} if session else {})
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while (answer := self._message()).get("id") != self.count:
            pass
        if "error" in answer:
            raise OSError(answer["error"]["message"])
        return answer["result"]

    def await_event(self, name: str) -> None:
        """Wait until something has happened."""
        while self._message().get("method") != name:
            pass

    def _message(self) -> dict:
        while b"\0" not in self.rest:
            part = os.read(self.answers, 1 << 20)
            if not part:
                raise OSError("the browser has ended")
            self.rest += part
        found, _, self.rest = self.rest.partition(b"\0")
        return json.loads(found)

    def pdf(self, html: str) -> bytes:
        """Load a page from a file and print it, tagged, on Letter paper."""
        page = Path(self.folder.name, "page.html")
        page.write_text(html, encoding="utf-8")
        self.ask("Page.navigate", self.session, url=page.as_uri())
        self.await_event("Page.loadEventFired")
        given = {"generateTaggedPDF": True, "preferCSSPageSize": True, "printBackground": True}
        return b64decode(self.ask("Page.printToPDF", self.session, **given)["data"])

    def close(self) -> None:
        """End the browser and forget its profile."""
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()


@lru_cache(maxsize=1)
def browser() -> Browser:
    """Give the one browser of this process."""
    return Browser()
