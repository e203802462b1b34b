"""Words that the tokenizer or the parser would not know for what they are."""

from __future__ import annotations

HYPHENATED = frozenset(
    """
    air-raid air-strike bail-out build-up by-election call-up cease-fire clean-up counter-attack
    counter-offensive crack-down cross-fire death-squad fire-fight flare-up go-slow gun-battle gun-fight
    hand-over hold-up house-arrest lay-off peace-keeper pull-back pull-out round-up run-off show-down u-turn
    shoot-out shut-down sit-down sit-in stand-off stay-away stop-over take-over talk-in walk-out
    war-game about-face about-turn
    """.split()
)
"""Nouns that tokenizers would cut at their hyphens."""

HYPHENATED_VERBS = frozenset(
    """
    baton-charge carpet-bomb court-martial dive-bomb fire-bomb gang-rape pepper-spray
    petrol-bomb pistol-whip re-arrest re-take tear-gas
    test-fire test-launch
    """.split()
)
"""Verbs that tokenizers would cut at their hyphens."""

READ_AS = {"retook": "seized"}
"""Verbs that no treebank has, and others of as many letters that the parser reads in their place."""
