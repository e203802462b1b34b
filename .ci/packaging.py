"""Build wheel and sdist, install each in an environment of its own, and code the seeds with it.

    python .ci/packaging.py CHECKOUT

The editable install is what the tests run on. Asserts that every file that is needed is in both, and
that the output is that of tests/golden/.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

NEEDED = (
    "eventcoder/py.typed", "eventcoder/codebooks/events/consult.yaml", "eventcoder/codebooks/agents.csv",
    "eventcoder/codebooks/actors/states.csv", "eventcoder/codebooks/schemes/cameo.yaml",
    "eventcoder/codebooks/scales/icews.yaml", "eventcoder_surface/__init__.py",
    "eventcoder_surface/verbs.txt", "eventcoder/evaluation/report.css",
    "eventcoder/bench/templates/codebook/NAME.yaml.template",
    "eventcoder/bench/templates/plugin/.gitignore.template",
    "eventcoder_readers/__init__.py", "eventcoder_exporters/__init__.py",
    "eventcoder_backends/__init__.py",
)  # fmt: skip
LIMIT = 20_000_000


def run(*command: object, cwd: Path | None = None) -> None:
    subprocess.run([str(part) for part in command], cwd=cwd, check=True)


def check(archive: Path, golden: Path, seeds: Path) -> None:
    """Install `archive` into a fresh environment and compare what it makes of the seeds."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        venv.create(place / "venv", with_pip=True)
        binary = place / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
        run(binary / "python", "-m", "pip", "install", "-q", archive)
        run(binary / "eventcoder", "code", seeds, "-o", "events.csv", "--quiet", cwd=place)
        assert (place / "events.csv").read_bytes() == golden.read_bytes(), f"{archive.name}: other events"
        print(f"{archive.name}: {archive.stat().st_size:,} bytes, works")


def main() -> None:
    checkout = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        dist = Path(folder)
        run(sys.executable, "-m", "build", "--outdir", dist, checkout)
        wheel, sdist = next(dist.glob("*.whl")), next(dist.glob("*.tar.gz"))
        names = set(zipfile.ZipFile(wheel).namelist())
        assert not (missing := [n for n in NEEDED if n not in names]), f"not in the wheel: {missing}"
        with tarfile.open(sdist) as tar:
            inside = {n.partition("/")[2] for n in tar.getnames()}
        assert {"seeds/000_5ad201744bc7aefe.txt", "tests/test_golden.py", "LICENSE"} <= inside
        for archive in (wheel, sdist):
            assert archive.stat().st_size < LIMIT, f"{archive.name} is too large"
            check(archive, checkout / "tests" / "golden" / "seeds.csv", checkout / "seeds")


if __name__ == "__main__":
    main()
