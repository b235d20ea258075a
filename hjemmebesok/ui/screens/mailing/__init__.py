"""A letter to everyone in the target group who has not had it. Files are made; the program sends nothing.

  screen    lays out and connects                 model    the choices, the plan and the log, in words (no Qt)
  choosing  which letter, and how it goes out     who      who gets it, and everyone who does not, with the reason
  running   how far the making has come           run      the making, on another thread, that can be stopped
  files     those a run has made                  using    opening and printing them (printing: a page at a time)

The decision that shaped it: the list of those who are left out stands beside the button, before anything is made and
after; a mailing nobody has looked through cannot be made by a slip.
"""
