"""``python -m kcinema``."""

from kcinema._cli.main import main

raise SystemExit(main())
