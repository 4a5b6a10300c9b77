"""A million tickets: each is read back, and one wrong character in each must be seen.

Run `python -m bench.ticket`. Limit: not one false accept.
"""

import random
import sys
import time

from visit.ticket import ALPHABET, LENGTH, NUMBERS, Mistyped, code, number

TICKETS = 1_000_000


def main() -> int:
    """Print the figures; 1 where a wrong ticket was accepted or a right one refused."""
    dice = random.Random(2026)
    began = time.perf_counter()
    made = lost = accepted = 0
    while made < TICKETS:
        drawn = dice.randrange(NUMBERS)
        ticket = code(drawn)
        if ticket is None:
            continue
        made += 1
        lost += number(ticket) != drawn
        place = dice.randrange(LENGTH)
        sign = ALPHABET[(ALPHABET.index(ticket[place]) + dice.randrange(1, 32)) % 32]
        try:
            number(ticket[:place] + sign + ticket[place + 1 :])
            accepted += 1
        except Mistyped:
            pass
    seconds = time.perf_counter() - began
    print(f"{made:,} tickets, {lost} not read back, {accepted} wrong ones accepted, {seconds:.1f} s")
    return 1 if lost or accepted else 0


if __name__ == "__main__":
    sys.exit(main())
