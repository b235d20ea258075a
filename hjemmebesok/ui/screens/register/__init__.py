"""Importing the tenant register: choose or drop a file, see what it will do, and only then read it in.

  screen     lays out and connects          reading      the file, and what it will do or has done, in words (no Qt)
  drop_area  where a file is chosen         judged       the cards that tell what was found
  lines      a long list, a little at a time

The decision that shaped it: what will happen and what has happened are the same page, told from the same preview, so
that what was refused is still in sight when the rest has been read in.
"""
