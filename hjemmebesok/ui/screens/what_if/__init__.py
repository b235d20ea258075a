"""What if the criteria were others: rules in use beside a proposal, over every household that has a form.

  screen    lays out and connects           choosing   the rules, and the settings that the proposal changes
  run       the comparison, off the screen's thread     running   how far it has come
  found     what came of it: who moves from what to what, and what the loans come to
  movers    the households that move, a few at a time, each a way to its page
  model     all of this in words (no Qt)

The decision that shaped it: the rules in use are always the one side, so that a proposal is told as what it changes.
"""
