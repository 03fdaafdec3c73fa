"""How many units of a medicine are left, for the page of a plan."""
