"""Writes the lexicon as one binary file; its layout is described in LexiconTable.swift."""
import struct

MAGIC = 0x4C455832  # "2XEL" as the file's first bytes


def binary(lexicon, names, sounds):
    """`lexicon`: {word: (cost, classes, reading bytes)}; `names`: {character: classes}; `sounds`: {character: sound}."""
    characters = sorted({c for w in lexicon for c in w} | set(names))
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

    numbers = {sound: i + 1 for i, sound in enumerate(sorted({sounds[c] for c in characters if c in sounds}))}
    sections = [
        struct.pack(f"<{len(by_scalar)}H", *by_scalar),
        struct.pack(f"<{len(first)}I", *first),
        struct.pack(f"<{len(labels)}H", *labels),
        struct.pack(f"<{len(costs)}H", *costs),
        struct.pack(f"<{len(classes)}H", *classes),
        struct.pack(f"<{len(reading)}H", *reading),
        bytes(readings),
        bytes([0] + [names.get(c, 0) for c in characters]),
        struct.pack(f"<{len(characters) + 1}H", 0, *(numbers.get(sounds.get(c), 0) for c in characters)),
    ]
    head_size = 4 * (3 + len(sections))
    out, starts = bytearray(), []
    for s in sections:
        out += b"\0" * (-(head_size + len(out)) % 8)
        starts.append(head_size + len(out))
        out += s
    head = struct.pack("<3I", MAGIC, len(labels), len(characters)) + struct.pack(f"<{len(starts)}I", *starts)
    return bytes(head) + bytes(out)
