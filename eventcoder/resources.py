"""Where the bundled codebooks are: inside the installed package, or in the checkout."""

from __future__ import annotations

from pathlib import Path


def bundled(*parts: str) -> Path:
    """Path of a bundled file or folder: `bundled("events")`, `bundled("schemes", "cameo.yaml")`.

    A wheel carries `codebooks/` as `eventcoder/codebooks/`; an editable install reads the checkout's.
    """
    package = Path(__file__).parent
    inside = package / "codebooks"
    return (inside if inside.is_dir() else package.parent / "codebooks").joinpath(*parts)
