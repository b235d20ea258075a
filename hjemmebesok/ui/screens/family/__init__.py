"""What is shown to the family at the table: two bars to the same scale, what is missing, and what comes next.

In the family's own language, without their name, without codes and without the caseworker's words. Nothing can be
changed here. The language of the rest of the program comes back when the page is left.
"""
