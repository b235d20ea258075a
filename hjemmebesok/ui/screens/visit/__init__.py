"""The visit: the kartlegging form with its steps at the left, and what may fit at the right.

  screen      lays out and connects            model, who    what is saved and typed, and the calls to casework
  steps       the seven parts of the form      header        whose home it is, and what to mind there
  saving      a draft at each keystroke        frame, tab_order           where things stand
  form_pages, section_form, field_row, editors, line_rows, line_row, line_cells, line_layouts     the form
  presence, interpreter_form                   who is there
  panel, price_card, finding_row, strip        what may fit, and why
  bottom_bar, closing, locked                  the way through, and before and after the note is locked

The decision that shaped it: the form is drawn from domain.kartlegging by a table from field type to editor, so that a
new field is one line there and nothing here.
"""
