"""Every sentence that a screen says to a person, one file for each screen."""
