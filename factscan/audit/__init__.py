"""How right the extraction is: a sample of mentions to label by hand, and the precision that the labels tell.

``sample`` draws, ``files`` keeps, ``labelling`` asks in order, ``precision`` counts.
"""
