"""In step with the server: how this computer stands, a round now, the first connection, and what needs the caseworker.

  screen      lays out and connects            model         what is open, and what she has chosen
  standing    the card with the button         connecting    server address and one-time code
  authority   the municipality's certificate   account       signing in with the municipality's account
  waiting     conflicts and refused changes    case_card     the card that each of them is
  told, said, reasons   the words for rounds, and for refused changes: what they said, and why they were refused

The decision that shaped it: a conflict she has settled stays in sight with both its values until the next round, so
that she can change her mind where she made it up.
"""
