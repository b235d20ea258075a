"""The screen: the only room that knows Qt.

It may import casework (the actions), and the values of domain and eligibility that it shows. It holds no rule, no query
and no file of the store. `theme` is how everything looks, `i18n` how it speaks, `widgets` the parts, `screens` one
folder for each thing to do, `window` the frame around them.

The decision that shaped it: sizes, colours and words are looked up when they are drawn, never when a widget is built.
So text size, light or dark and language change at once, in every open screen, without building anything anew.
"""
