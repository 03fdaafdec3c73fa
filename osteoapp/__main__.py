"""``python -m osteoapp``."""

import sys

from osteoapp.main import main

sys.exit(main())
