"""One file for each condition, named by its legal term. The first line says the condition and where it comes from.

A condition is a pure function of the case: it reads facts (`case[PRICE]`), settings and calculations, and returns an
Answer whose reason is a sentence that a tenant understands. Reading a fact that nobody has answered ends it as MANGLER.
To add one: a file in the folder of its ruleset, its line there, its boundary cases in the tests; the generated page
shows the rest.
"""
