"""Tagged PDF: PDF/A-2a for the archive and PDF/UA-1 for the screen reader.

ReportLab reads the fonts and cuts from them what a letter uses; the file itself is written here. The decision that
shaped it: nothing outside this room writes to a page. A `TaggedPdf` has no way of drawing that does not say which
structure element the ink belongs to, or that it is decoration.
"""
