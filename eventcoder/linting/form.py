"""Mistakes of form: found by the loader, which refuses the file. Here stands what is to be said of them."""

from __future__ import annotations

from eventcoder.linting.catalogue import reading

reading(
    "EC001",
    "the file cannot be read as YAML",
    "A codebook is a YAML file. Most often a text has a colon followed by a blank, or begins with a "
    "symbol, and is not quoted; or a line is indented by one blank too many or too few. Nothing behind the mistake "
    "can be read, so other findings may come up once it is mended.",
    "Look at the line, and at the one before it: quote the text, close the brace or the quotes, or mend the "
    "indentation.",
    example='examples:\n  - {text: "Egypt visited Iran.", events: [EGY visit IRN]',
)
reading(
    "EC002",
    "a key is given twice",
    "YAML keeps only one of two values of the same key, and which one depends on the program. A category that is "
    "written down twice would lose its first half without a word.",
    "Merge the two, or rename one.",
    example="visit:\n  label: Visit\nvisit:\n  label: Pay a visit",
)
reading(
    "EC003",
    "unknown key",
    "A key that the format does not have would do nothing. It is nearly always a slip of the pen, such as `vreb`, "
    "or a key that stands one level too high or too low.",
    "Take the key that is suggested, or look it up in docs/codebooks.md.",
    example="- {vreb: visit}",
)
reading(
    "EC004",
    "a key is missing",
    "Name, title, version, description and categories of a codebook, the label of a category, text and events of an "
    "example are needed: readers of the codebook and of its output depend on them.",
    "Add the key.",
    example='visit:\n  codes: {cameo: "042"}       # without `label`',
)
reading(
    "EC005",
    "a value has the wrong form",
    "A name has a capital letter or a blank, a date is no date, a pattern has two triggers or none, a mood is none "
    "that grammar knows. The message says which.",
    "Write it as the message says.",
    example="- {when: maybe, turn: visit, into: plan}",
)
reading(
    "EC006",
    "the file is no text in UTF-8",
    "Names are written in many alphabets, so that a codebook must say in which way its letters are stored. It is UTF-8. "
    "Old editors on Windows store accents in another way, and a file of another program is no text at all.",
    "Save the file as UTF-8, or take out the character that the message names.",
    example="description: Caf\\xe9     # one byte, as in Latin-1",
)
reading(
    "EC007",
    "the file holds no codebook",
    "It is empty, or has nothing but comments, or begins with a list or a text. A codebook is a mapping: keys such as "
    "`name:` and `categories:`, with what belongs to each behind it.",
    "Begin with `name:`. `eventcoder new codebook NAME` writes one to go on from.",
    example="- {verb: visit}            # a list, and no `name:` above it",
)
reading(
    "EC008",
    "the file cannot be opened",
    "The system does not let eventcoder read the file: another user owns it, or the disk has a fault.",
    "Give yourself the right to read it.",
    example="categories: ...            # in a file that only somebody else may read",
)
reading(
    "EC009",
    "a value contains itself",
    "`&name` and `*name` let one value stand in several places. Where a value stands inside itself, or values multiply one "
    "another, reading would never end.",
    "Write out what `*name` stands for, or use `words` and `forms`.",
    example="words: &all\n  arms: *all",
)
reading(
    "EC010",
    "unknown word set",
    "A pattern names a set of words, `$meeting`, that `words` does not define. It would look for nothing.",
    "Define the set under `words`, or mend its name.",
    example="words:\n  meeting: [talk, summit]\n...\n- {noun: $meetings}",
)
reading(
    "EC011",
    "a word set contains itself",
    "Sets may contain other sets, but in a circle they never come to an end.",
    "Take one of the references out.",
    example="words:\n  arms: [$guns, tank]\n  guns: [$arms, rifle]",
)
reading(
    "EC012",
    "unknown form",
    "A pattern takes its wordings from a form that `forms` does not define, or a form is made of another form, "
    "which is not possible.",
    "Define the form under `forms`, or write its wordings out.",
    example="forms:\n  give: [{verb: give, target: to}]\n...\n- {form: gives, object: aid}",
)
reading(
    "EC013",
    "codes and schemes of a category do not go together",
    "Every category gives one code in each scheme that the codebook names, and in no other; otherwise the columns of "
    "the output would have holes that look like missing data. A category that is discarded has none, and only such a "
    "category has `sentences` and `rescue`.",
    'Add the code, `"---"` where the scheme has none, or take the scheme out.',
    example='schemes: [cameo, plover]\n...\ncodes: {cameo: "042"}',
)
reading(
    "EC014",
    "unknown category",
    "A mirror, an embedded act, a line of `moods` or an example names a category that the codebook does not have. A "
    "category of another codebook is written with its name: `meet/visit`.",
    "Mend the name.",
    example="- {verb: refuse, about: visits}     # the category is called `visit`",
)
reading(
    "EC015",
    "an event of an example cannot be read",
    "An event is three words: who acts, the category, who is acted on.",
    "Write it as ACTOR category TARGET, for example `RUSGOV visit FRAGOV`.",
    example="events: [EGY IRN]",
)
reading(
    "EC020",
    "unknown codebook",
    "`includes` or `uses` names a codebook that stands neither beside this file nor in any plugin.",
    "Mend the name, or install the plugin that has it. `eventcoder list` shows the choices.",
    example="uses: [meat]",
)
reading(
    "EC021",
    "unknown category of another codebook",
    "The other codebook is there, but has no such category: perhaps it was renamed in a newer version.",
    "Take one of the categories that the message lists.",
    example="uses: [meet]\n...\n- {verb: refuse, about: meet/visits}",
)
reading(
    "EC022",
    "unknown word set of another codebook",
    "The set `$aid/arms` is looked up in the codebook `aid`, which must be among `uses` or `includes`.",
    "Add the codebook to `uses`, or mend the name of the set.",
    example="uses: [aid]\n...\n- {verb: buy, object: $aid/weapons}",
)
