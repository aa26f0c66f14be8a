"""The functions of the module, which are methods of the packaged catalogue.

The same pattern as in :mod:`random`, whose functions are methods of one instance.
"""

from kcinema._packaged import packaged

catalogue = packaged
_catalogue = packaged()

film = _catalogue.film
films = _catalogue.films
director = _catalogue.director
directors = _catalogue.directors
collection = _catalogue.collection
collections = _catalogue.collections
search = _catalogue.search
similar = _catalogue.similar
link = _catalogue.link
data_version = _catalogue.data_version

top_picks = _catalogue.top_picks
blockbusters = _catalogue.blockbusters
critically_acclaimed = _catalogue.critically_acclaimed
genre_highlights = _catalogue.genre_highlights
directorial_masterpieces = _catalogue.directorial_masterpieces
cultural_significance = _catalogue.cultural_significance

hidden_gems = _catalogue.hidden_gems
indie_films = _catalogue.indie_films
underrated_films = _catalogue.underrated_films
cult_classics = _catalogue.cult_classics
emerging_talents = _catalogue.emerging_talents
