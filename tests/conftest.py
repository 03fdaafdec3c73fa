"""What all tests share: how hard Hypothesis tries.

``default`` is small and gives the same examples every time. ``HYPOTHESIS_PROFILE=long`` looks much further and at
other examples each time.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

_UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile(
    "default", max_examples=25, derandomize=True, deadline=None, database=None, suppress_health_check=_UNHURRIED,
    # A story that breaks a law is shown as it was drawn: making it smaller takes minutes, and the long profile does it.
    phases=(Phase.explicit, Phase.generate),
)
settings.register_profile(
    "long", max_examples=1000, deadline=None, print_blob=True, suppress_health_check=_UNHURRIED
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
