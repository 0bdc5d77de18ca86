"""Writes the lexicon as one binary file; its layout is described in LexiconTable.swift."""
import struct

MAGIC = 0x4C455831  # "1XEL" as the file's first bytes


def binary(lexicon, names):
    """`lexicon`: {word: (cost, classes, reading bytes)}; `names`: characters.Statistics."""
    characters = sorted({c for w in lexicon for c in w} | set(names.records))
    identity = {c: i + 1 for i, c in enumerate(characters)}
    if len(characters) >= 0xFFFF or any(ord(c) > 0xFFFF for c in characters):
        raise SystemExit("too many characters, or one beyond the basic plane")
    by_scalar = [0] * 0x10000
    for c, i in identity.items():
        by_scalar[ord(c)] = i

    # Breadth first, so that a node's children are neighbours and need only the number of the first.
    root = {}
    for word in sorted(lexicon):
        node = root
        for c in word:
            node = node.setdefault(identity[c], {})
        node[0] = lexicon[word]
    readings, offsets = bytearray(b"\0"), {b"": 0}
    first, labels, costs, classes, reading = [], [], [], [], []
    queue, n = [(0, root)], 0
    while n < len(queue):
        label, node = queue[n]
        n += 1
        cost, mask, items = node.get(0, (0, 0, b""))
        if items not in offsets:
            offsets[items] = len(readings)
            readings += items
        labels.append(label)
        costs.append(cost)
        classes.append(mask)
        reading.append(offsets[items])
        first.append(len(queue))
        queue += [(k, v) for k, v in sorted(node.items()) if k != 0]
    first.append(len(queue))
    if len(readings) > 0xFFFF:
        raise SystemExit("too many country readings for 16-bit offsets")

    per_character = bytearray(5)
    transliteration = [0]
    for c in characters:
        r = names.records.get(c)
        per_character += bytes(r[:5] if r else (255, 255, 255, 255, 255))
        transliteration.append(r[5] if r else 0)
    sections = [
        struct.pack(f"<{len(by_scalar)}H", *by_scalar),
        struct.pack(f"<{len(first)}I", *first),
        struct.pack(f"<{len(labels)}H", *labels),
        struct.pack(f"<{len(costs)}H", *costs),
        struct.pack(f"<{len(classes)}H", *classes),
        struct.pack(f"<{len(reading)}H", *reading),
        bytes(readings),
        bytes(per_character),
        struct.pack(f"<{len(transliteration)}H", *transliteration),
        bytes(names.bigrams),
    ]
    head_size = 4 * (4 + len(sections))
    out, starts = bytearray(), []
    for s in sections:
        out += b"\0" * (-(head_size + len(out)) % 8)
        starts.append(head_size + len(out))
        out += s
    head = struct.pack("<4I", MAGIC, len(labels), len(characters), names.width) + struct.pack(f"<{len(starts)}I", *starts)
    return bytes(head) + bytes(out)
