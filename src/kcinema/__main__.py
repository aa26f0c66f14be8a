"""``python -m kcinema``."""

from kcinema._cli.commands import main

raise SystemExit(main())
