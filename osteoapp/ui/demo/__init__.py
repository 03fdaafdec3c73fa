"""What stands around the screens in the clinic demo: the mark, the clock that is moved, the scenes and the notes."""
