"""The parts that screens are made of: each a small widget with a face, an accessible name, a role and a value."""
