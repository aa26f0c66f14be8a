"""How the documentation is built."""

import kcinema

project = "kcinema"
author = "The kcinema maintainers"
project_copyright = "2026, The kcinema maintainers"
version = release = kcinema.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "kcinema"
exclude_patterns = ["_build"]

autodoc_member_order = "bysource"
autodoc_typehints = "none"  # the signatures of records are long; the text names types
napoleon_google_docstring = True
# References in docstrings are by the names that users know; those of the standard
# library need its inventory, which is not fetched.
nitpick_ignore_regex = [("py:.*", ".*")]
