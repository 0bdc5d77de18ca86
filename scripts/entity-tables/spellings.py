"""The table of transliterations: which Han components spell which Latin name parts."""
import collections, os, re, unicodedata
from characters import KANA
from countries import rows
from folding import fold, is_han

LONGEST_COMPONENT = 7
LATIN_PARTS = 6  # per component
HIRAGANA = re.compile("[\u3041-\u309f]")
# Latin spellings of Japanese names: syllables of at most one consonant and a vowel, and n.
ROMAJI = re.compile("^(?:(?:[kgnhbpmr]y|sh|ch|ts|dz|[kgsztcdnhbpmyrwjf])?(?:oh|[aiueo])|n)+$")
JAPANESE_CHARACTERS = re.compile("[沢広児竜円斉桜浜郎]")
# Letters that have no canonical decomposition.
LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ə": "e",
    "ŋ": "n"})
SEPARATORS = re.compile("[-\u2010-\u2015 .'`\u00b4\u02bb-\u02bf\u2018\u2019]")

# Groups of sounds that transliterations exchange, and the cost of exchanging them. Other exchanges cost 1.
EXCHANGES = [
    ("bp", .1), ("dt", .1), ("gkcqx", .1), ("lr", .1), ("szc", .1), ("xs", .1), ("yi", .1), ("wu", .1), ("fvw", .2),
    ("gj", .2), ("qj", .2), ("xh", .2), ("yj", .2), ("wo", .2), ("ao", .2), ("ae", .2), ("ei", .2), ("uo", .2),
    ("bv", .3), ("mn", .3), ("hk", .3), ("hf", .3), ("aeiouv", .35), ("szcxqjtd", .4), ("gh", .4), ("hj", .4),
    ("yg", .4), ("hw", .4), ("rj", .4)]
EXCHANGE = {}
for _group, _cost in EXCHANGES:
    for _a in _group:
        for _b in _group:
            EXCHANGE[_a, _b] = 0 if _a == _b else min(_cost, EXCHANGE.get((_a, _b), 1))
# The cost of a sound that only one side has.
OMISSION = collections.defaultdict(lambda: .8, {
    **dict.fromkeys("aeiouvy", .2), "h": .3, "w": .3, "r": .35, "l": .4, "n": .5, "s": .5, "t": .5, "d": .5, "g": .6})
LATIN_SOUNDS = [("x", "ks"), ("tsch", "q"), ("sch", "x"), ("tch", "q"), ("ch", "q"), ("sh", "x"), ("zh", "r"),
                ("ph", "f"), ("th", "t"), ("ck", "k"), ("gh", "g"), ("kh", "h"), ("qu", "ku")]

# How differently a component and a Latin part may sound.
FARTHEST = .4
FARTHEST_IF_RARE_CHARACTERS = .2
# How much worse than the nearest component of the same Latin part, or the nearest Latin part of the same component:
# for an edge of one entry, of several entries, and of an entry that lists several components.
MARGIN, MARGIN_IF_REPEATED, MARGIN_IF_LISTED_TOGETHER = .07, .15, .2


class Edge:
    """The evidence that a component spells a Latin part."""

    def __init__(self, distance):
        self.distance, self.entries, self.together = distance, 0, False

    @property
    def margin(self):
        if self.together:
            return MARGIN_IF_LISTED_TOGETHER
        return MARGIN_IF_REPEATED if self.entries > 1 else MARGIN

    @property
    def rank(self):
        return (self.distance - .05 * min(self.entries - 1, 2), -self.entries)


def folded_latin(text):
    """The letters a to z of a Latin spelling, or `None` if it has other letters."""
    letters = unicodedata.normalize("NFD", text.lower().translate(LETTERS))
    letters = SEPARATORS.sub("", "".join(c for c in letters if not unicodedata.combining(c)))
    return letters if re.fullmatch("[a-z]+", letters) else None


def pinyin(component, sounds):
    return "".join(sounds.get(c, "") for c in component)


def sound_of_han(component, sounds):
    """The reading of a component, about one letter per sound."""
    result = []
    for c in component:
        sound = sounds.get(c, "").replace("zh", "z").replace("ch", "c").replace("sh", "s").replace("ng", "n")
        result.append("r" if sound == "er" else sound)
    return "".join(result)


def sound_of_latin(letters):
    for spelling, sound in LATIN_SOUNDS:
        letters = letters.replace(spelling, sound)
    return re.sub(r"(.)\1", r"\1", letters)


def distance(one, other):
    """Returns the edit distance of two sounds per sound of the shorter: 0 if equal, about 1 if nothing agrees."""
    above = [0.0]
    for c in other:
        above.append(above[-1] + OMISSION[c])
    for a in one:
        row = [above[0] + OMISSION[a]]
        for i, b in enumerate(other):
            exchange = 0 if a == b else EXCHANGE.get((a, b), 1)
            row.append(min(above[i] + exchange, above[i + 1] + OMISSION[a], row[i] + OMISSION[b]))
        above = row
    return round(above[-1] / max(3, min(len(one), len(other))), 4)


def is_transliteration(component, latin, distance, level, sounds):
    """Whether a component is a transliteration of a Latin part, not a Chinese, Japanese or Korean name."""
    if component[-1] in "姓氏" or distance > FARTHEST:
        return False
    # Slavic surnames: 莫罗佐夫 is Morozov, 莫罗佐娃 is Morozova.
    if component.endswith(("夫", "斯基")) and latin.endswith("a") or component.endswith("娃") and latin[-1] != "a":
        return False
    if len(component) >= 4:
        rare = sum(level.get(c, 0) < 2 for c in component)
        return rare == 0 or rare <= len(component) // 2 and distance <= FARTHEST_IF_RARE_CHARACTERS
    lowest = min(level.get(c, 0) for c in component)
    is_reading = latin == pinyin(component, sounds)
    if lowest >= 3:
        return not (is_reading and lowest < 4 and re.search("[^aeiou]$|[aeiou]{2}$|zh", latin))
    if is_reading or len(component) == 2 and ROMAJI.match(latin) and distance > .1:
        return False
    if lowest == 2:
        return distance <= .3
    return sum(level.get(c, 0) < 2 for c in component) == 1 and distance <= .3 and not ROMAJI.match(latin)


def edges(sources, level, sounds):
    """Returns the edges between Han components and Latin parts that rigour's entries give."""
    result = {}
    for spellings in sources.name_parts():
        # Hiragana are written in Japanese names only, katakana in transliterations too.
        if any(HIRAGANA.search(s) or is_han(s) and JAPANESE_CHARACTERS.search(s) for s in spellings):
            continue
        han = {fold(s) for s in spellings if is_han(s)}
        latin = {l for l in map(folded_latin, spellings) if l and 3 <= len(l) <= 20}
        japanese = any(KANA.search(s) for s in spellings) and any(
            len(h) <= 2 and min(level.get(c, 0) for c in h) < 2 and not any(
                distance(sound_of_han(h, sounds), sound_of_latin(l)) <= .2 for l in latin) for h in han)
        components = {h for h in han if 2 <= len(h) <= LONGEST_COMPONENT and not (japanese and len(h) <= 3)}
        # The feminine form of a surname says nothing new.
        latin = {l for l in latin if not (l.endswith("ova") and l[:-3] in latin)}
        listed = []
        for c in components:
            sound = sound_of_han(c, sounds)
            for l in latin:
                far = distance(sound, sound_of_latin(l))
                if is_transliteration(c, l, far, level, sounds):
                    listed.append((c, l, far))
        together = len({c for c, _, _ in listed}) > 1
        for c, l, far in listed:
            edge = result.setdefault((c, l), Edge(far))
            edge.entries += 1
            edge.together |= together
    return result


def without_weak(edges):
    """Removes edges that sound much worse than others of the same component or of the same Latin part: entries
    that list a nickname with all the names it stands for, and errors."""
    nearest = {}
    for (c, l), edge in edges.items():
        for key in (0, c), (1, l):
            nearest[key] = min(edge.distance, nearest.get(key, 1))
    kept = {
        (c, l): edge for (c, l), edge in edges.items()
        if edge.distance <= nearest[1, l] + edge.margin and edge.distance <= nearest[0, c] + edge.margin + .05}
    # 玛丽 and 玛丽亚, 尼古拉 and 尼古拉斯 are different names.
    components = grouped((l, c) for c, l in kept)
    for l, group in components.items():
        for short in group:
            for long in group:
                if short != long and long.startswith(short) and (short, l) in kept and (long, l) in kept:
                    pair = sorted([(short, l), (long, l)], key=lambda key: kept[key].rank)
                    if not kept[pair[1]].together:
                        del kept[pair[1]]
    return kept


def grouped(pairs):
    result = collections.defaultdict(list)
    for key, value in sorted(pairs):
        result[key].append(value)
    return result


def table(sources, lists, level, sounds):
    """The lines of name-parts.tsv: a component, and the Latin parts it spells that other components spell too."""
    kept = without_weak(edges(sources, level, sounds))
    for component, parts in rows(os.path.join(lists, "regional-name-parts.tsv")):
        assert is_han(component) and component == fold(component) and len(component) >= 2, component
        for part in parts.split():
            if part.startswith("-"):
                kept.pop((component, part[1:]), None)
            else:
                kept[component, part] = Edge(-1)
    components = grouped((l, c) for c, l in kept)
    # Taking the best parts of a component can leave a part with one component, so this is repeated.
    while True:
        parts = grouped((c, (kept[c, l].rank, l)) for c, l in kept if len(components[l]) > 1)
        kept = {(c, l): kept[c, l] for c in parts for _, l in parts[c][:LATIN_PARTS]}
        before, components = components, grouped((l, c) for c, l in kept)
        if before == components:
            break
    lines = [f"{c}\t{' '.join(l for _, l in sorted(parts[c])[:LATIN_PARTS])}\n" for c in parts]
    return "".join(sorted(lines, key=lambda line: line.split("\t")[0].encode()))
