"""The most important sentences of a file by LexRank (Erkan & Radev 2004), as sumy has it: python lexrank.py FILE"""
import re
import sys

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words


class Words:
    """sumy's own tokenizer needs a model that would have to be downloaded."""

    @staticmethod
    def to_words(sentence):
        return tuple(re.findall(r"[^\W\d_]+", sentence))


text = open(sys.argv[1], encoding="utf-8").read()
paragraphs = [
    Paragraph([Sentence(sentence, Words) for sentence in re.split(r"(?<=[.!?])\s+", paragraph.strip())])
    for paragraph in re.split(r"\n\s*\n", text)
    if paragraph.strip()
]
summarizer = LexRankSummarizer(Stemmer("english"))
summarizer.stop_words = get_stop_words("english")
for sentence in summarizer(ObjectDocumentModel(paragraphs), 10):
    print(sentence)
