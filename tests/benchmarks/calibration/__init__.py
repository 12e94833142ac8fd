"""How often the verdicts are wrong, and how often they find what is there, over invented lives."""
