"""Letters: choose for whom, which and in which language; see the pages; then save or print. Nothing is ever sent.

  screen    lays out and connects               model     the letter being made, and its household (no Qt)
  whom      the household is found first        head      household, kind, visit and language
  adding    what the caseworker adds: times, a day to answer by
  notices   what must be remembered             checks    what was checked, in words
  using     the buttons for paper or a file     handing_out, saving, printing   doing it, and noting it
  before    what was made for the household before
  preview, page_view, page_image, thumbnails, thumbnail, pdf_pages   the pages, large and small

The decision that shaped it: what is shown, saved and printed is one and the same file, made and checked as a whole; a
letter that does not pass is not shown at all, only why.
"""
