"""The municipality's settings of each ruleset and its figures: what holds, who set it, and publishing others."""
