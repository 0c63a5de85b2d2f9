"""The segments of a file by TextTiling (Hearst 1997), as NLTK has it: python texttiling.py FILE"""
import pathlib
import sys

from nltk.tokenize import TextTilingTokenizer

# NLTK's own list would have to be downloaded.
LIST = pathlib.Path(__file__).resolve().parents[2] / "src/language/en/stop_words.txt"
stop_words = [line.strip() for line in LIST.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
text = open(sys.argv[1], encoding="utf-8").read()
for segment in TextTilingTokenizer(stopwords=stop_words).tokenize(text):
    print(len(segment))
