"""Where the shipped program begins."""

import sys

from osteoapp.main import main

sys.exit(main())
