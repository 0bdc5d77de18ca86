"""What characters say about names: surnames, given names, transliterations. Costs are -ln p in sixteenths."""
import collections, math, os, re
from countries import rows
from folding import fold, is_han

SCALE = 16
NONE = 255
PINYIN = re.compile(
    r"^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ue|ui|uo|er|a|o|e|i|u|v)){2}$")
KANA = re.compile("[\u3040-\u30ff]")


class Statistics:
    """`records`: character -> (surname, first of two, second of two, only given, transliteration unigram, id)."""

    def __init__(self):
        self.records, self.bigrams, self.width = {}, bytearray(), 0


def cost(count, total, floor=0.3):
    return min(254, max(0, round(-math.log((count + floor) / total) * SCALE)))


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


def statistics(sources, lists):
    surname, first, second, only = (collections.Counter() for _ in range(4))
    single = {fold(s) for parts in sources.name_parts() for s in parts if is_han(s) and len(s) == 1}
    for word, frequency, kind in sources.words():
        word = fold(word)
        if kind == "nr" and len(word) == 3 and is_han(word):
            surname[word[0]] += 1
    kept = {c for c, n in surname.items() if n >= 20 and c in single or n >= 100}
    weights = {c: surname[c] for c in kept}
    for c, w in rows(os.path.join(lists, "surnames.tsv")):
        weights[fold(c)] = max(weights.get(fold(c), 0), int(w))
    for word, frequency, kind in sources.words():
        word = fold(word)
        if kind == "nr" and is_han(word) and word[0] in weights:
            if len(word) == 3:
                first[word[1]] += 1
                second[word[2]] += 1
            elif len(word) == 2:
                only[word[1]] += 1
    unigram, bigram = collections.Counter(), collections.Counter()
    for part in sorted(set(transliterations(sources))):
        if len(part) < 2:
            continue
        unigram.update(part)
        bigram.update(zip("^" + part, part + "$"))
    alphabet = sorted((c for c, n in unigram.items() if n >= 12 and c not in "的是了"), key=lambda c: (-unigram[c], c))[:511]
    identity = {c: i + 1 for i, c in enumerate(alphabet)}
    width = len(alphabet) + 1
    result = Statistics()
    result.width = width
    follows = collections.Counter()
    for (a, _), n in bigram.items():
        follows[a] += n
    total = sum(unigram.values())
    p1 = {c: (unigram[c] + 0.5) / total for c in alphabet}
    pend = sum(n for (a, b), n in bigram.items() if b == "$") / total
    for a in ["^"] + alphabet:
        backoff = 8.0
        for b in ["$"] + alphabet:
            base = pend if b == "$" else p1[b]
            p = (bigram[(a, b)] + backoff * base) / (follows[a] + backoff)
            result.bigrams.append(min(254, round(-math.log(p) * SCALE)))
    for name in sorted(set(chinese_given_names(sources))):
        first[name[0]] += 1
        second[name[1]] += 1
    # The places of a given name share their characters in part: 薇 is rare as the second in the data, not in life.
    pooled = first + second + only
    for counter in (first, second, only):
        for c in pooled:
            counter[c] += 0.2 * (pooled[c] - counter[c])
    # Words that follow names so often that they are hardly ever their end.
    never = set()
    for how, line in rows(os.path.join(lists, "not-given.tsv")):
        for c in line.split():
            if how == "never":
                never.add(fold(c))
            second[fold(c)] *= 0.02
            only[fold(c)] *= 0.02
    totals = [sum(c.values()) for c in (first, second, only)]
    all_weights = sum(weights.values())
    for c in sorted(set(weights) | set(first) | set(second) | set(only) | set(alphabet)):
        result.records[c] = (
            cost(weights[c], all_weights) if c in weights else NONE,
            cost(first[c], totals[0]),
            254 if c in never else cost(second[c], totals[1]),
            254 if c in never else cost(only[c], totals[2]),
            cost(unigram[c], total), identity.get(c, 0))
    return result
