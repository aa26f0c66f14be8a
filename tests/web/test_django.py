"""The Django view of docs/web.md."""

from __future__ import annotations

import json

import pytest

import kcinema
from examples import load

# Not among the test requirements: 50 MB for two lines.
conf = pytest.importorskip("django.conf", reason="Django is not installed")


def test_a_film_is_its_plain_values() -> None:
    """What arrives is what to_dict gives."""
    if not conf.settings.configured:
        conf.settings.configure()
    response = load("django_views").film(None, "oldboy-2003")

    assert json.loads(response.content) == kcinema.film("oldboy-2003").to_dict()
