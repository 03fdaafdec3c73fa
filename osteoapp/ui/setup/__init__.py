"""Setting the program up: the questions of the first start, and the parts of a form about a plan."""
