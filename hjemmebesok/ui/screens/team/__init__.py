"""A team leader's team: cases go from one colleague to another, or are shared by the two. And what the server has set
aside in them.

  screen      lays out, asks the server, tells what came of it     model     what is chosen, and what it would do
  choosing    who gives, who takes, and what                       cases     the cases to choose among
  giving      what happens, and the button that asks once more     words     what it comes to, in words
  set_aside, set_aside_model   what the server has set aside in her cases     reasons     why, as told to her

The decision that shaped it: the server is asked each time the page comes into sight, and nothing is kept of its answer.
What stood here yesterday must not be what cases are given by.
"""
