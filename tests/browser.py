"""A real browser for the tests: found on the machine, or installed where there is none."""

import os
import shutil
import subprocess
import sys

# The shell first: the same Chromium without a window's trimmings, for half the work.
NAMES = ("chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# No request of the browser's own may disturb a test that counts requests.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def find():
    """The path of a Chromium on this machine, or None."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def install():
    """Install Chromium: by apt-get on Debian and Ubuntu, otherwise by Playwright; raises RuntimeError if neither works."""
    if shutil.which("apt-get"):
        first = [] if os.geteuid() == 0 else ["sudo", "-n"]
        get = ["install", "-y", "-qq", "--no-install-recommends", "fonts-liberation", "fonts-dejavu-core"]
        for command in (["update", "-qq"], [*get, NAMES[0]], [*get, "chromium"]):
            if not find():
                subprocess.run([*first, "apt-get", *command], capture_output=True, text=True, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"})
        if find():
            return
    done = subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "--only-shell", "chromium"], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"Chromium is needed and could not be installed; install it yourself and run again.\n{done.stderr[-500:]}")


def launch(playwright):
    """A headless Chromium of `playwright`, the one that `find` names or else Playwright's own."""
    return playwright.chromium.launch(executable_path=find(), args=FLAGS)
