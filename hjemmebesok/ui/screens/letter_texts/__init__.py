"""The letter texts, which the municipality may change: a block at a time, beside the Norwegian it translates.

  screen    lays out and connects              model      the text that is open, and what of it is not saved (no Qt)
  texts     every text with how it stands      panes      the parts beside each other, or one at a time
  blocks_pane   the open text, by blocks, block    each with its words to be typed in; tools, placing: up, down, out
                writing, adding   a new block, as it is written
  letter_pane   the letter, and what is decided about the text as a whole, with these cards:
                approval  draft, discussed, approved     news      an update of the program's text, block by block
                versions  two versions, and the way back  history   what has happened
                file_card, files   the text taken out as a file, and in again
  watch, looking   the check and the letter it makes, on another thread
  actions   what is done with the open text    unsaved    the bar at the foot          words   how things stand

The decision that shaped it: what is typed, put in, taken out or moved is seen as a letter at once and kept as a draft,
but changes no letter before it is saved; saving makes one version, and no version is ever lost.
"""
