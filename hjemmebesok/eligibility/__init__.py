"""The law: whether leie til eie, startlån and tilskudd may fit a household, and why. Guidance, never a decision.

Facts in, a verdict out: `check` asks each condition of a ruleset in turn and keeps what it read, what was missing and
what was assumed. Imports only `domain`. No files, no clock, no Qt, no SQL: the day, the rates and the facts are handed
in, so that an assessment made last year can be made again and gives the same answer.

The decision that shaped it: an unknown fact is never a no. A condition just reads the facts it needs; reading one that
nobody has answered ends it as MANGLER, naming what to ask. Amounts are whole øre and sums are exact; nothing is rounded
except where a rule says so.

  facts.py, income.py, kinds.py    what can be known about a household; answers.py and plain.py read it
  case.py, check.py, verdict.py    one reading of the facts, and what came of it
  condition.py, conditions/        one file for each condition of the law
  rulesets/, settings.py           ordered tables of conditions, and what a municipality may set
  rates.py                         dated figures from resources/rates
  inntektsgrunnlag, betjeningsevne, saksomkostninger, loan, tilskudd, annuity: the calculations, step by step
"""
