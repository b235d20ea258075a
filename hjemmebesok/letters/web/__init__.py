"""Words as a web page: the programme's texts for the municipality's own pages, and a file that a family can read.

One page is one file that works alone: no script, nothing from outside, the look in a few lines of its own. Headings,
lists, tables and languages are told as what they are, so that it reads well aloud and in any browser.
"""

from hjemmebesok.letters.web.page import Link, web_page

__all__ = ["Link", "web_page"]
