"""The law: whether leie til eie, startlån and tilskudd may fit a household, and why. Guidance, never a decision.

Facts in, a verdict out: `check` asks each condition of a ruleset in turn and keeps what it read, what was missing and
what was assumed. Imports only `domain`. No files, no clock, no Qt, no SQL: the day, the rates and the facts are handed
in, so that an assessment made last year can be made again and gives the same answer.

The decision that shaped it: an unknown fact is never a no. A condition just reads the facts it needs; reading one that
nobody has answered ends it as MANGLER, naming what to ask. Where something else stands in for an answer (a published
budget, an assumed fee), it may say yes, but a no asks for the answer first. Amounts are whole øre and sums are exact;
nothing is rounded except where a rule says so.

  facts.py, fact.py, choices.py    what can be known about a household
  answers.py, household_lines.py, plain.py     how it is read from a form and from JSON
  kinds.py, lines.py, income.py, members.py    what values a fact takes
  case.py, check.py, verdict.py    one reading of the facts, and what came of it
  condition.py, conditions/        one file for each condition of the law, in a folder for each ruleset
  rulesets/                        ordered tables of conditions, in dated versions
  settings.py, settings_file.py    what a municipality may set, within which limits and by which source
  rates.py, rate_words.py, sifo.py dated figures from resources/rates
  inntektsgrunnlag, livsopphold, faste_utgifter, betjeningsevne, saksomkostninger, loan, rente, stresstest, langvarig,
  tilskudd, bostotte, forkjopsrett, kvardagar, extra_loan, annuity: the calculations, step by step
  remedies.py, levers.py, income_drop.py       what would turn an answer, and what comes when an income ends
  schema.py, plain_advice.py       the same in JSON
  whatif.py, short_way/            a whole caseload under two sets of criteria
  lasting.py                       until when the answers of a form are the same facts
"""
