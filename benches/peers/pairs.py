#!/usr/bin/env python3
"""Are the announced facts among the key points? Measured against the official release of the same day.

    python3 -m venv DIR && DIR/bin/pip install sumy numpy        (DIR: a folder outside the repository)
    DIR/bin/python benches/peers/pairs.py CORPUS

For every pair in CORPUS/pairs: the figures, dates and capitalised names of the release that also stand in the
transcript, and the share of them that stand in 150 words of key points. The rows: this crate's key points best first;
the first 150 words that are spoken; LexRank (sumy); sentences at random (mean of 20 draws). All choose among the
sentences that the crate's reader finds; the last sentence is cut off where the 150 words are full.
"""
import json, pathlib, random, re, subprocess, sys

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUDGET = 150
DRAWS = 20
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
FIGURE = re.compile(r"(?<![\w.])[$£€]?\d[\d,]*(?:\.\d+)?(?:[ -](?:million|billion|trillion|per cent|percent|percentage points))?|\d+%")
DATE = re.compile(rf"\b(?:\d{{1,2}} (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}})(?:,? \d{{4}})?\b|\b(?:{MONTHS}) \d{{4}}\b")
NAME = re.compile(r"(?<![.!?:\n] )(?<![.!?:\n])(?<=[a-z,;] )[A-Z][\w'’-]+(?: (?:of |and |the )?[A-Z][\w'’-]+)*")


def example(name, *arguments):
    command = ["cargo", "run", "--quiet", "--release", "--example", name, "--", "--json", *arguments]
    return json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)


def utf16(text, span):
    """The text under a span of UTF-16 code units."""
    units = text.encode("utf-16-le")
    return units[2 * span["start"] : 2 * span["end"]].decode("utf-16-le")


def items(release, transcript):
    """Figures, dates and names of the release that the transcript has too."""
    flat = " ".join(transcript.split())
    found = {kind: set(m.group().strip(",") for m in pattern.finditer(release)) for kind, pattern in (("figure", FIGURE), ("date", DATE), ("name", NAME))}
    inside = lambda item: re.search(rf"(?<![\w.,]){re.escape(item)}(?![\w%]|[.,]\d)", flat)
    return {kind: {item for item in values if inside(item)} for kind, values in found.items()}


def cut(sentences):
    return " ".join(" ".join(sentences).split()[:BUDGET])


def share(wanted, text):
    inside = lambda item: re.search(rf"(?<![\w.,]){re.escape(item)}(?![\w%]|[.,]\d)", text)
    return sum(bool(inside(item)) for item in wanted) / len(wanted)


class Words:
    """The tokenizer that sumy asks for."""

    def to_words(self, text):
        return re.findall(r"[^\W_]+", text)


class BestFirst(LexRankSummarizer):
    """sumy gives the chosen sentences in the order of the text; this gives all of them, best first."""

    def _get_best_sentences(self, sentences, count, rating):
        return sorted(sentences, key=lambda sentence: -rating[sentence])


def lexrank(sentences):
    tokenizer = Words()
    document = ObjectDocumentModel([Paragraph([Sentence(text, tokenizer) for text in sentences])])
    summarizer = BestFirst(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    return [str(sentence) for sentence in summarizer(document, len(sentences))]


def main():
    corpus = pathlib.Path(sys.argv[1])
    rows = {"speech-outline": [], "first words": [], "LexRank": [], "random sentences": []}
    kinds = {kind: [] for kind in ("figure", "date", "name")}
    for folder in sorted(path.parent for path in corpus.glob("pairs/*/*/transcript.txt")):
        text = (folder / "transcript.txt").read_bytes().decode()
        wanted = items((folder / "release.txt").read_bytes().decode(), text)
        everything = set().union(*wanted.values())
        if not everything:
            continue
        read = example("transcript", str(folder / "transcript.txt"))
        sentences = [" ".join(utf16(text, s["span"]).split()) for s in read["sentences"] if s.get("turn") is not None]
        points = example("outline", "--max-key-points", "100", str(folder / "transcript.txt"))["keyPoints"]
        ours = cut([" ".join(point["text"].split()) for point in points])
        rows["speech-outline"].append(share(everything, ours))
        for kind, values in wanted.items():
            if values:
                kinds[kind].append(share(values, ours))
        rows["first words"].append(share(everything, cut(sentences)))
        rows["LexRank"].append(share(everything, cut(lexrank(sentences))))
        draws = [share(everything, cut(random.Random(seed).sample(sentences, len(sentences)))) for seed in range(DRAWS)]
        rows["random sentences"].append(sum(draws) / DRAWS)
    print(f"{len(rows['LexRank'])} pairs, {BUDGET} words of key points")
    for name, values in rows.items():
        print(f"| {name} | {sum(values) / len(values):.3f} |")
    print("speech-outline by kind:", ", ".join(f"{kind} {sum(v) / len(v):.3f}" for kind, v in kinds.items() if v))


if __name__ == "__main__":
    main()
