"""Rules for the voice of one text: it speaks to you, in everyday words and short sentences."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from content.check.jargon import harsh, jargon, passives
from content.check.passages import Passage
from content.check.readability import sentences, words
from content.check.rule import CDC, HOUSE, PEMAT, TextRule, matches, text_rule

LONGEST_SENTENCE: Final = 20
_PARAGRAPH_SENTENCES: Final = 3
_PARAGRAPH_WORDS: Final = 60
_ACTIVE: Final = frozenset({"main_message", "do"})


@text_rule("VOICE-01", PEMAT, "Speak to the reader: “you”, or a verb first.")
def about_patients(passage: Passage) -> Iterable[str]:
    """Readers do not take “patients should” for themselves."""
    return matches(r"\b(?:patients?|individuals|users|consumers|readers?) (?:should|must|need to)\b", passage.read)


@text_rule("VOICE-02", PEMAT, "Say who does it: “Take it …”.")
def should_be_done(passage: Passage) -> Iterable[str]:
    """“Should be taken” does not say by whom."""
    need = r"(?:should|must|ought to|needs? to|ha(?:s|ve) to)"
    return matches(rf"\b{need} (?:not )?be \w+(?:ed|en|pt|ld|ut)\b", passage.read)


@text_rule("VOICE-03", PEMAT, "Turn the sentence round: who does what.")
def passive_message(passage: Passage) -> Iterable[str]:
    """The main message and the actions are in active voice. CDC item 6 asks the same."""
    return passives(passage.read) if passage.field in _ACTIVE else ()


@text_rule("VOICE-04", HOUSE, "Say it calmly, without blame.")
def harsh_word(passage: Passage) -> Iterable[str]:
    """A frightened or blamed reader stops reading."""
    return harsh(passage.read)


@text_rule("VOICE-05", "Clear print (RNIB, UKAAF)", "Write in small letters; a box gives weight.")
def block_capitals(passage: Passage) -> Iterable[str]:
    """Words in capitals lose their shape."""
    return matches(r"\b[A-Z]{3,}(?: [A-Z]{2,})+\b", passage.read, re.RegexFlag(0))


@text_rule("PEMAT-03", PEMAT, "Use the everyday word.")
def everyday_words(passage: Passage) -> Iterator[str]:
    """Words of the trade keep readers out."""
    for word, plain in jargon(passage.read):
        yield f"{word} (better: {plain})"


@text_rule("LENGTH-01", "AAACN guideline", f"Keep a sentence to {LONGEST_SENTENCE} words.")
def long_sentence(passage: Passage) -> Iterator[str]:
    """Long sentences lose readers halfway."""
    for sentence in sentences(passage.read):
        if len(words(sentence)) > LONGEST_SENTENCE:
            yield f"{' '.join(sentence.split()[:6])} … ({len(words(sentence))} words)"


@text_rule("PEMAT-08", PEMAT, "Break the text into parts of up to 3 sentences or 60 words.")
def long_paragraph(passage: Passage) -> Iterator[str]:
    """Short chunks are read, walls are not."""
    count, long = len(sentences(passage.read)), len(words(passage.read))
    if count > _PARAGRAPH_SENTENCES and long > _PARAGRAPH_WORDS:
        yield f"{count} sentences, {long} words"


@text_rule("CCI-01", CDC, "Keep the main message to 1 to 3 sentences.")
def long_message(passage: Passage) -> Iterator[str]:
    """A message of four sentences is no longer one message."""
    if passage.field == "main_message" and len(sentences(passage.read)) > _PARAGRAPH_SENTENCES:
        yield f"{len(sentences(passage.read))} sentences"


RULES: Final[tuple[TextRule, ...]] = (
    about_patients,
    should_be_done,
    passive_message,
    harsh_word,
    block_capitals,
    everyday_words,
    long_sentence,
    long_paragraph,
    long_message,
)
