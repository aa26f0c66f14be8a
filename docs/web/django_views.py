"""A view of a film for Django."""

from django.http import HttpRequest, JsonResponse

import kcinema


def film(_request: HttpRequest, film_id: str) -> JsonResponse:
    """Return one film with all its fields."""
    return JsonResponse(kcinema.film(film_id).to_dict())
