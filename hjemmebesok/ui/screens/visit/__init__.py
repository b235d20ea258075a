"""The visit: the kartlegging form with its steps at the left, and what may fit at the right.

  screen      lays out and connects            model, who    what is saved and typed, and the calls to casework
  steps       the parts of the form            header        whose home it is, and what to mind there
  saving      a draft at each keystroke        frame, tab_order           where things stand
  form_pages, section_form, asked_now, field_row, editors, age_edit                           the form
  line_rows, line_row, line_cells, line_layouts                                               its lists
  presence, interpreter_form                   who is there
  panel, strip, rules_button, rules_view       what may fit, by each set of rules
  price_card, housing_card, sums, finding_row, finding_details, looks      how it stands, and why
  advice_cards                                 what would turn it, and what comes later
  photos, photo_row, photo_view, photo_model, photo_keeping    the pictures from the visit
  signing, signature_pad, signature_row, signature_view, signature_keeping     signing the note on the screen
  bottom_bar, closing, locked                  the way through, and before and after the note is locked

The decision that shaped it: the form is drawn from domain.kartlegging by a table from field type to editor, so that a
new field is one line there and nothing here. What is seldom needed comes up when the rules ask for it.
"""
