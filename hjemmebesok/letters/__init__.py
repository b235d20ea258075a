"""Letters and visit summaries that a family can read, a screen reader can read aloud and an archive accepts.

May import domain and eligibility. `render(letter, languages)` in render.py is the way in, and `print_files` in batch/
where they are many; kinds/ holds the data of each kind, texts/ the words a municipality may edit, layout/ the page,
pdf/ the file, check/ what trusts none of them; word/ writes the same words as a document to edit, web/ as a page.

The decision that shaped it: a letter is a document in words before it is a page. What a screen reader must say follows
from the words alone, so every finished file is held against it, and no letter is handed out that fails. Importing
this room loads neither ReportLab, Babel nor pikepdf: the first letter does.
"""
