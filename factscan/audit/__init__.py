"""How right the extraction is: a sample to label by hand, and what its labels say of the figures.

Mentions: ``sample`` draws, ``precision`` counts, ``correction`` takes the junk out of the figures. Pairs of near
prompts: ``near_prompts`` draws, ``merging`` says what it would do to make one of two. Of either ``files`` keeps the
rows and ``labelling`` asks for them in order.
"""
