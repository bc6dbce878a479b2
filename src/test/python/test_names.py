"""One language: the type names and phrases of before stay out of code, documents and notebooks."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

# Types that have other names now; the CHANGELOG says which.
OLD_TYPES = """
    Corpus CorpusException Declaration Song Side Shares Exposure Leak LeakReport Shelf Library Folders StandIn StandInAnimals
    StandInTracks Validation Import Imported Reading SoundNames Jitter JitterRange Painted Catalog NumberType Extraction
    Extracted Sample Samples Standardisation Grid PicturedClip ResizedClip FeatureRows Masks KerasJitter Plateau Protocol
    Confusion Report ClassReport Agreement Trial Cookbook Dealing Schedule Outcome Run Listener Live SongFeatures WholeFile
    Dice Crew Hearing Hits Rescue Complaints Throat Habits PairSolver Likeness Shrinking Filling
    MelVote GenresFromMp3 DenseFeatures SmallWindows SpectrogramPictures Normalisation NetworkFileException OutputKind
""".split()

# Words of before in running text, as patterns.
OLD_PHRASES = [
    r"stand-in",
    r"\buntaught\b",
    r"\btaught\b",
    r"\bdealt\b",
    r"\bdealings?\b",
    r"\bby heart\b",
    r"\bcorpora\b",
    r"\bcorpus\b",
    r"\bfolder an? (class|label|genre)\b",
    r"\b(probability|row|count|line) an? (label|song|track|class|segment)\b",
    r"\b(training|validation|test) side\b",
    r"\bsamples a second\b",
    r"\bbeats a minute\b",
    r"\bits songs?\b",
    r"\bthe network (hears|sees|says)\b",
    r"\bmodel (said|says|hears)\b",
    r"\bwhat was said of\b",
    r"\breckon",
]

COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
CODE = re.compile(r"```.*?```|`[^`]*`", re.S)
LINK = re.compile(r"\]\([^)]*\)|<!-- results: begin -->.*?<!-- results: end -->", re.S)
STORED = re.compile(r"^## Stored names$.*?(?=^## )", re.S | re.M)
INLINE = re.compile(r"\{@(?:code|link|linkplain|literal)\s[^}]*\}")

MAIN = ROOT / "src" / "main" / "java"
TEST = ROOT / "src" / "test" / "java"
JAVA = sorted(MAIN.rglob("*.java"))
TESTS = sorted([*TEST.rglob("*Test.java"), *TEST.rglob("*Properties.java")])
DOCUMENTS = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "data" / "README.md", *(ROOT / "docs").glob("*.md")])
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def cells(path: Path, kind: str) -> str:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return "\n\n".join("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == kind)


def identifiers(java: str) -> set[str]:
    return set(re.findall(r"[A-Za-z_]\w*", STRING.sub("", COMMENT.sub("", java))))


def phrases(text: str) -> list[str]:
    plain = re.sub(r"\s+\*?\s*", " ", text)
    return [found[0] for pattern in OLD_PHRASES for found in re.finditer(pattern, plain, re.I)]


def names(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z_]\w*", text)) & set(OLD_TYPES)


@pytest.mark.parametrize("path", JAVA, ids=lambda path: path.stem)
def test_java(path):
    text = path.read_text(encoding="utf-8")
    comments = "\n".join(COMMENT.findall(text))
    assert not identifiers(text) & set(OLD_TYPES)
    assert not names(" ".join(INLINE.findall(comments)))
    assert not phrases(INLINE.sub("", comments))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents(path):
    text = STORED.sub("", path.read_text(encoding="utf-8"))
    assert not names(" ".join(CODE.findall(text)))
    assert not phrases(LINK.sub("", CODE.sub("", text)))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks(path):
    text = cells(path, "markdown")
    assert not identifiers(cells(path, "code")) & set(OLD_TYPES)
    assert not names(" ".join(CODE.findall(text)))
    assert not phrases(LINK.sub("", CODE.sub("", text)))


@pytest.mark.parametrize("path", JAVA, ids=lambda path: path.stem)
def test_java_texts(path):
    """What people read in messages and help; ids of data sets and keys of run cards are stored and stay."""
    strings = set(STRING.findall(COMMENT.sub("", path.read_text(encoding="utf-8"))))
    shown = [text for text in strings if "stand-in" not in text and text != '"dealing"']
    assert not [found for text in shown for found in phrases(text)]


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.stem)
def test_a_test_is_named_after_the_class_it_tests(path):
    """`WaveTest` and `WaveSineTest` test `Wave`; those of parity, articles, rooms and parts test many, one a helper."""
    classes = [file.stem for file in MAIN.joinpath(path.parent.relative_to(TEST)).glob("*.java")]
    many = re.search(
        r"Parity|^Article|^ScikitLearn|^(Rooms|OptionalParts|Licences|Locale|ImmutableValues|Tolerance)Test$", path.stem
    )
    assert many or any(path.stem.startswith(name) for name in classes)


def test_old_words_are_found():
    """The patterns find what they are for, also over a line break in a comment."""
    assert phrases("a probability\n     * a label, and\n     * the stand-in set") == ["stand-in", "probability a label"]
    assert identifiers('new Corpus("Song"); // Side') == {"new", "Corpus"}
