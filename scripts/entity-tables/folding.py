"""The folding that HanText applies to text, so that keys are found in folded text."""
import importlib.machinery, importlib.util, os

_SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "generate-han-tables")
_folded = []


def load(opencc):
    """Takes the folding from the script that writes HanText's own tables; `opencc` is its unpacked source."""
    import pathlib

    loader = importlib.machinery.SourceFileLoader("han_tables", _SCRIPT)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("han_tables", loader))
    loader.exec_module(module)
    _folded[:] = module.tables(pathlib.Path(opencc))[1]


def fold(text):
    """`text` as the lexicon's keys are written: one character for each character."""
    return "".join(chr(_folded[ord(c)]) for c in text)


def is_han(text):
    return bool(text) and all("\u3400" <= c <= "\u9fff" for c in text)
