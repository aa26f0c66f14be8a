"""``python -m kcinema``."""

from kcinema._cli import main

raise SystemExit(main())
