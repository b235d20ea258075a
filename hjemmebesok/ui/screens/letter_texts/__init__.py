"""The letter texts, which the municipality may change: a block at a time, beside the Norwegian it translates.

  screen    lays out and connects              model      the text that is open, and what is typed in it (no Qt)
  texts     every text with how it stands      blocks, block   the words of the one that is open, to be typed in
  panes     the parts beside each other, or one at a time
  words     how things stand, in words         looking    the check and the letter it makes, for another thread
  approval  draft, discussed, approved         versions   an update, two versions of one text, and the way back

The decision that shaped it: what is typed is seen as a letter at once and kept as a draft, but changes no letter before
it is saved; saving makes one version, and no version is ever lost.
"""
