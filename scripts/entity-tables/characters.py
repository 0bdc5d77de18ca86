"""What characters are in names: surnames, given names, transliterations."""
import collections, math, os, re
from countries import rows
from folding import fold, is_han

PINYIN = re.compile(
    r"^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ue|ui|uo|er|a|o|e|i|u|v)){2}$")
KANA = re.compile("[\u3040-\u30ff]")


def chinese_given_names(sources):
    """Two-character name parts that are also written in pinyin."""
    for spellings in sources.name_parts():
        if any(PINYIN.match(s) for s in spellings):
            for s in spellings:
                if is_han(fold(s)) and len(s) == 2:
                    yield fold(s)


def transliterations(sources):
    """Name parts of other scripts written in Han characters."""
    for spellings in sources.name_parts():
        if not any(re.match("[a-z]", s) for s in spellings):
            continue
        japanese = any(KANA.search(s) for s in spellings) and any(is_han(s) and len(s) <= 2 for s in spellings)
        chinese = any(PINYIN.match(s) for s in spellings)
        for s in spellings:
            if is_han(s) and 3 - (not chinese) <= len(s) <= 8 and not (japanese and len(s) <= 3):
                yield re.sub("[姓氏]$", "", fold(s)) if len(s) > 2 else fold(s)
    for word, _, kind in sources.words():
        if kind in ("nrt", "nrfg") and len(word) >= 3 and is_han(word):
            yield fold(word)


def level(count, total, base, base_total):
    """How much more often a character stands in names than in running text: 0 never, 1 seldom ... 4 mostly."""
    if count < 3:
        return 0
    odds = math.log((count + 0.1) / total) - math.log((base + 20) / base_total)
    return 1 if odds < -0.7 else 2 if odds < 0.7 else 3 if odds < 2 else 4


def classes(sources, lists):
    """For each character a byte, as CharacterClasses reads it: its levels as surname (0-3), in given names (0-4) and
    in transliterations (0-4)."""
    running, counts, given, transliterated = (collections.Counter() for _ in range(4))
    single = {fold(s) for parts in sources.name_parts() for s in parts if is_han(s) and len(s) == 1}
    for word, frequency, kind in sources.words():
        word = fold(word)
        if kind == "nr" and len(word) == 3 and is_han(word):
            counts[word[0]] += 1
        if not kind.startswith("nr"):
            for c in word:
                running[c] += frequency
    surnames = {c: n for c, n in counts.items() if n >= 20 and c in single or n >= 100}
    for c, w in rows(os.path.join(lists, "surnames.tsv")):
        surnames[fold(c)] = max(surnames.get(fold(c), 0), int(w))
    for word, _, kind in sources.words():
        word = fold(word)
        if kind == "nr" and is_han(word) and word[0] in surnames and 2 <= len(word) <= 3:
            given.update(word[1:])
    for name in set(chinese_given_names(sources)):
        given.update(name)
    for part in set(transliterations(sources)):
        if len(part) >= 2:
            transliterated.update(part)
    totals = [max(1, sum(c.values())) for c in (given, transliterated, running)]
    result = {}
    for c in sorted(set(surnames) | set(given) | set(transliterated)):
        if is_han(c):
            weight = surnames.get(c, 0)
            result[c] = (
                (3 if weight >= 300 else 2 if weight >= 60 else 1 if weight else 0)
                | level(given[c], totals[0], running[c], totals[2]) << 2
                | level(transliterated[c], totals[1], running[c], totals[2]) << 5)
    return result
