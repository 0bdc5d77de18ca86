"""The words of the lattice: common words, countries, places, words around names."""
import collections, math, os
from countries import rows
from folding import fold, is_han

SCALE = 16
COMMON = 60_000
COUNTRY, TITLE, SPEECH, SAID, HONORIFIC, ORGANISATION, LINK, CREDIT = (1 << i for i in range(8))
# The bits of NOT_PERSON and KNOWN belong to lists that are read at run time (ListedWords.swift).
NOT_PERSON, PLACE, KNOWN, THING_ENDING, WORD, INSTITUTION, PLACE_BEFORE = (1 << i for i in range(8, 15))
KINDS = {"name": 0, "abbreviation": 1, "institution": 2, "metonym": 3, "outlet": 4}


def reading(items):
    """The bytes of a reading, as LexiconTable.reading takes them apart."""
    out = bytearray([len(items)])
    for start, length, kind, codes, certain in items:
        out += bytes([start, length, KINDS[kind] | (0x80 if certain else 0), len(codes)]) + bytes(codes)
    return bytes(out)


class Lexicon:
    """Words with their frequencies, classes, and the countries they name."""

    def __init__(self, total):
        self.total, self.frequency, self.classes, self.readings = total, {}, collections.Counter(), {}

    def add(self, word, frequency, classes):
        word = fold(word)
        self.frequency[word] = max(self.frequency.get(word, 0), frequency)
        self.classes[word] |= classes

    def name(self, word, frequency, items):
        """A word that names countries: items of (start, length, kind, codes' numbers, certain)."""
        word = fold(word)
        if word in self.readings:
            return
        self.add(word, frequency, COUNTRY)
        self.readings[word] = reading(items)

    def compiled(self):
        return {
            w: (max(1, min(0xFFFF, round(-math.log(f / self.total) * SCALE))), self.classes[w] & 0xFFFF,
                self.readings.get(w, b""))
            for w, f in self.frequency.items()}


def lexicon(sources, lists, gazetteer):
    dictionary = {}
    for word, frequency, kind in sources.words():
        word = fold(word)
        if is_han(word) and len(word) <= 8 and dictionary.get(word, (0,))[0] < frequency:
            dictionary[word] = (frequency, kind)
    result = Lexicon(sum(f for f, _ in dictionary.values()))
    countries(result, lists, gazetteer)
    named = {fold(n) for c in gazetteer for n in c[6]}
    for word, (frequency, kind) in sorted(dictionary.items(), key=lambda t: (-t[1][0], t[0]))[:COMMON]:
        if kind.startswith("nr") and len(word) > 1 and (kind != "nr" or is_name(word, dictionary)):
            continue
        if any(word[:n] in named for n in range(2, len(word))):
            continue
        place = kind in ("ns", "nt", "nz")
        result.add(word, frequency, (PLACE if place else 0) | WORD)
    for word, (frequency, kind) in dictionary.items():
        if kind == "ns" and len(word) >= 2 and not any(word[:n] in named for n in range(2, len(word))):
            result.add(word, frequency, PLACE | WORD)
    classes = {"title": TITLE, "speech": SPEECH, "said": SAID, "honorific": HONORIFIC, "organisation": ORGANISATION,
               "link": LINK, "credit": CREDIT, "thing-ending": THING_ENDING,
               "place-before": PLACE_BEFORE}
    for kind, line in rows(os.path.join(lists, "person-context.tsv")):
        for word in line.split():
            result.add(word, 100, classes[kind])
    return result.compiled()


def is_name(word, dictionary):
    """Whether a word that jieba calls a name is one: it also calls 青少年 and 安全法 names, which hold a word."""
    parts = [word[:2], word[1:]] if len(word) == 3 else [word[:2], word[2:]] if len(word) == 4 else []
    return not any(dictionary.get(p, (0, "nr"))[0] >= 30 and not dictionary[p][1].startswith("nr") for p in parts)


def countries(result, lists, gazetteer):
    number = {c[0]: i for i, c in enumerate(gazetteer)}
    for code, _, _, _, _, _, names in gazetteer:
        if code == "AQ":  # a continent in news
            continue
        for name in names:
            word = fold(name)
            if is_han(word.replace("(", "").replace(")", "").replace("·", "")) and len(word) >= 2:
                result.name(word, 900, [(0, len(word), "name", [number[code]], True)])
    for kind, code, line in rows(os.path.join(lists, "country-places.tsv")):
        for word in line.split():
            result.name(word, 900, [(0, len(fold(word)), kind, [number[code]], True)])
    letters = {}
    for letter, codes, never in rows(os.path.join(lists, "country-letters.tsv")):
        certain = not codes.startswith("?")
        letters[letter] = ([number[c] for c in codes.lstrip("?").split()], certain, set(never.split()))
    compounds = collections.defaultdict(list)
    for kind, line in rows(os.path.join(lists, "country-compounds.tsv")):
        compounds[kind] += line.split()

    def item(letter, start, length=1):
        codes, certain, _ = letters[letter]
        return (start, length, "abbreviation", codes, certain)

    for entry in compounds["word"]:
        word, codes = entry.split("=")
        kind = "metonym" if codes.endswith(",metonym") else "abbreviation"
        codes = codes.replace(",metonym", "")
        certain = not codes.startswith("?")
        codes = codes.lstrip("?").split(",")
        if certain:
            items = [(0, len(word), kind, [number[c]], True) for c in codes]
        else:
            items = [(0, len(word), kind, [number[c] for c in codes], False)]
        result.name(word, 300, items)
    for word in compounds["institution"]:
        result.add(word, 300, INSTITUTION)
    for letter, (codes, certain, _) in letters.items():
        # Not a country by itself, but one in a list of countries: 美、日、澳.
        if codes and certain:
            result.readings.setdefault(letter, reading([item(letter, 0)]))
    pairs = set(compounds["pair"])
    for pair in sorted(pairs):
        result.name(pair, 400, [item(c, i) for i, c in enumerate(pair) if letters[c][0]])
    for a, b in sorted(pairs):
        for x, y in sorted(pairs):
            if b == x and a != y:
                triple = a + b + y
                result.name(triple, 15, [item(c, i) for i, c in enumerate(triple) if letters[c][0]])
    for word in compounds["verb"]:
        result.name(word, 500, [item(word[-1], len(word) - 1)])
    for letter, (codes, _, never) in letters.items():
        for role in compounds["role"]:
            if codes and role not in never:
                word = letter + role
                result.name(word, 120 if len(role) == 1 else 40, [item(letter, 0, len(word) if len(role) == 1 else 1)])
