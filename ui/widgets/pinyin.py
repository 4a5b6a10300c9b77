"""Chinese signs by their sound: what stands in the table of `resources/keyboards/pinyin.toml`. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

_LONGEST = 6
_MOST = 60


@dataclass(frozen=True, slots=True)
class Pinyin:
    """Signs by syllable, without tones, the usual ones first."""

    signs: Mapping[str, str]

    def offers(self, typed: str) -> tuple[str, ...]:
        """Give the signs for the first syllable of what was typed; for half a syllable, those it may become."""
        first = self.syllable(typed)
        if first:
            longer = (signs for sound, signs in self.signs.items() if sound.startswith(typed) and sound != first)
            return tuple(dict.fromkeys(self.signs[first] + "".join(longer)))[:_MOST]
        found = (signs[:4] for sound, signs in self.signs.items() if typed and sound.startswith(typed))
        return tuple(dict.fromkeys("".join(found)))[:_MOST]

    def syllable(self, typed: str) -> str:
        """Give the longest syllable with which the letters begin; none where they begin with none."""
        longest = min(_LONGEST, len(typed))
        return next((typed[:n] for n in range(longest, 0, -1) if typed[:n] in self.signs), "")

    def rest(self, typed: str) -> str:
        """Give the letters that remain once a sign was chosen."""
        return typed[len(self.syllable(typed)) :] if self.syllable(typed) else ""
