"""The commands `eventcoder list`, `show` and `schema`."""

from __future__ import annotations

from typing import Annotated

import typer

from eventcoder.cli.app import app, guarded


@app.command(name="list")
@guarded
def list_(
    what: Annotated[
        str,
        typer.Argument(
            help="codebooks, categories, actors, extractors, readers, exporters, backends, importers, checks, "
            "schemes, scales or plugins"
        ),
    ] = "codebooks",
    scheme: Annotated[
        str | None, typer.Option(help="With categories: codes of this scheme and what they have.")
    ] = None,
) -> None:
    """List what there is to choose from, and the plugin it comes from.

    eventcoder list
    eventcoder list categories --scheme cameo
    eventcoder list extractors
    """
    from eventcoder.cli.showing import show_list

    show_list(what, scheme)


@app.command()
@guarded
def show(
    name: Annotated[
        str, typer.Argument(help="A codebook (name or path), a category (consult/phone) or a CAMEO code.")
    ],
) -> None:
    """Show a codebook: its categories with codes, patterns in words, and examples.

    eventcoder show consult
    eventcoder show consult/phone
    eventcoder show 036
    """
    from eventcoder.cli.showing import show_name

    show_name(name)


@app.command()
@guarded
def schema(
    what: Annotated[str, typer.Argument(help="codebook")] = "codebook",
) -> None:
    """Print the JSON Schema of the codebook format, for editors that check YAML as you type.

    eventcoder schema codebook > codebook.schema.json
    """
    import json

    from eventcoder.codebook.shape import Codebook
    from eventcoder.errors import UnknownName

    if what != "codebook":
        raise UnknownName("schema", what, ["codebook"])
    print(json.dumps(Codebook.model_json_schema(), indent=2))
