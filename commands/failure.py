"""How a command ends badly: one plain sentence with the cure, and an exit status."""

from typing import Final

FAILED: Final = 1
BAD_INPUT: Final = 2
NOT_READY: Final = 3


class CommandFailed(Exception):
    """A command cannot go on; carries the sentence for the person and the exit status."""

    def __init__(self, sentence: str, status: int = FAILED) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status
