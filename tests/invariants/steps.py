"""How much of it all."""

import os

STEPS = int(os.environ.get("SOAK_STEPS", "2000"))  # of the machine, on both databases together
ROUNDS = max(1, STEPS // 500)  # of killing; and as many networks that misbehave, each in its own way
