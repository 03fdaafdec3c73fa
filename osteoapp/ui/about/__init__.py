"""About this program: its version, its purpose, where the data are, how to update it, and the licences of its parts."""
