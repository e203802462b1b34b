"""The mean of the weights of several runs that lie on one training path.

Checkpoints of one path lie in the same valley of the loss; the point between them is mostly lower
than each, as after a longer decay of the learning rate.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import spacy
from pack import model_nodes


def average_runs(runs: Sequence[Path], target: Path) -> int:
    """Write the first pipeline with the mean weights of all to `target`; the number of arrays."""
    pipelines = [spacy.load(run) for run in runs]
    count = 0
    for nodes in zip(*map(model_nodes, pipelines), strict=True):
        for name in nodes[0].param_names:
            if nodes[0].has_param(name):
                total = sum(node.get_param(name) for node in nodes)
                nodes[0].set_param(name, total / len(nodes))
                count += 1
    shutil.rmtree(target, ignore_errors=True)
    pipelines[0].to_disk(target)
    return count
