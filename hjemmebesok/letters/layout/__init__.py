"""Where a letter's words go on A4 pages.

The decision that shaped it: every block becomes strips, each as high as one line and never split. A page is a stack
of strips, so paragraphs, lists and tables break over pages by one rule. Lengths are points from the upper left corner.
"""
