"""The clinic demo: sample patients with data of their own, a clock that is moved, and the real loop and screens."""
