"""`python -m eventcoder` is `eventcoder`."""

from eventcoder.cli import app

if __name__ == "__main__":
    app(prog_name="eventcoder")
