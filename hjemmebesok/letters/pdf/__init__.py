"""Tagged PDF: PDF/A-2a for the archive and PDF/UA-1 for the screen reader, on ReportLab's canvas.

The decision that shaped it: nothing outside this room holds the canvas. A `TaggedPdf` has no way of drawing that
does not say which structure element the ink belongs to, or that it is decoration.
"""
