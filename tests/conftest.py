"""What several tests need: the command line in a process of its own, run as a user would."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

_CACHE = tempfile.TemporaryDirectory()
os.environ["EVENTCODER_CACHE"] = _CACHE.name  # the user's own is left alone

if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    # in the background of a shell Ctrl-C is ignored, by what is started from here as well
    signal.signal(signal.SIGINT, signal.default_int_handler)

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def eventcoder(tmp_path: Path) -> Run:
    """Run `eventcoder ...` from a temporary folder; keyword arguments become environment variables."""

    def run(*args: object, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "eventcoder", *map(str, args)]
        env = os.environ | {"NO_COLOR": "1", "COLUMNS": "200", "PYTHONWARNINGS": "error"} | environment
        return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)

    return run


@pytest.fixture
def seeds() -> Path:
    return ROOT / "seeds"
