"""Where the screens find the files that come with the program."""

from __future__ import annotations

from osteoapp.shipped import guide as guide
from osteoapp.shipped import resources as resources
