CREATE TABLE "films" (
    "id" TEXT NOT NULL CHECK ("id" <> ''),
    "title" TEXT NOT NULL CHECK ("title" <> ''),
    "title_ko" TEXT NOT NULL CHECK ("title_ko" <> ''),
    "romanized" TEXT CHECK ("romanized" <> ''),
    "year" INTEGER NOT NULL CHECK ("year" BETWEEN 1888 AND 2200),
    "release_date" TEXT CHECK ("release_date" IS date("release_date", '+0 days')),
    "runtime" INTEGER CHECK ("runtime" BETWEEN 1 AND 1000),
    "rating" TEXT CHECK ("rating" IN ('ALL', '12', '15', '19')),
    "admissions" INTEGER CHECK ("admissions" BETWEEN 0 AND 10000000000),
    "admissions_scope" TEXT CHECK ("admissions_scope" IN ('national', 'seoul')),
    "admissions_as_of" TEXT CHECK ("admissions_as_of" <> ''),
    "imdb" TEXT CHECK ("imdb" <> ''),
    "tmdb" INTEGER CHECK ("tmdb" BETWEEN 1 AND 1000000000),
    "kmdb" TEXT CHECK ("kmdb" <> ''),
    "kobis" TEXT CHECK ("kobis" <> ''),
    "wikidata" TEXT CHECK ("wikidata" <> ''),
    "logline" TEXT CHECK ("logline" <> ''),
    "note" TEXT CHECK ("note" <> ''),
    PRIMARY KEY ("id")
);
INSERT INTO "films" VALUES ('tom-and-jeri-1990', 'Tom & <Jeri>, *or* _not_', '톰과 제리', 'Tomgwa Jeri', 1990, '1990-12-24', 90, '12', 1234, 'seoul', '1991', 'tt0000001', 1, 'K/00001', '19900001', 'Q1', 'A cat & a mouse: who eats whom?', '1. It has a [note](in brackets).');
INSERT INTO "films" VALUES ('sum-1995', '=SUM(1)', '합', NULL, 1995, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
CREATE TABLE "aliases" (
    "film" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "alias" TEXT NOT NULL CHECK ("alias" <> ''),
    PRIMARY KEY ("film", "place"),
    FOREIGN KEY ("film") REFERENCES "films" ("id")
);
INSERT INTO "aliases" VALUES ('tom-and-jeri-1990', 1, 'Thomas');
CREATE TABLE "countries" (
    "film" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "country" TEXT NOT NULL CHECK ("country" <> ''),
    PRIMARY KEY ("film", "place"),
    FOREIGN KEY ("film") REFERENCES "films" ("id")
);
INSERT INTO "countries" VALUES ('tom-and-jeri-1990', 1, 'KR');
INSERT INTO "countries" VALUES ('tom-and-jeri-1990', 2, 'FR');
CREATE TABLE "languages" (
    "film" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "language" TEXT NOT NULL CHECK ("language" <> ''),
    PRIMARY KEY ("film", "place"),
    FOREIGN KEY ("film") REFERENCES "films" ("id")
);
INSERT INTO "languages" VALUES ('tom-and-jeri-1990', 1, 'ko');
INSERT INTO "languages" VALUES ('tom-and-jeri-1990', 2, 'fr');
CREATE TABLE "film_directors" (
    "film" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "director" TEXT NOT NULL REFERENCES "directors" (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY ("film", "place"),
    FOREIGN KEY ("film") REFERENCES "films" ("id")
);
INSERT INTO "film_directors" VALUES ('tom-and-jeri-1990', 1, 'kim-one');
INSERT INTO "film_directors" VALUES ('tom-and-jeri-1990', 2, 'lee-two');
CREATE TABLE "cast" (
    "film" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "name" TEXT CHECK ("name" <> ''),
    "name_ko" TEXT CHECK ("name_ko" <> ''),
    "role" TEXT CHECK ("role" <> ''),
    "source" TEXT CHECK ("source" <> ''),
    PRIMARY KEY ("film", "place"),
    FOREIGN KEY ("film") REFERENCES "films" ("id")
);
INSERT INTO "cast" VALUES ('tom-and-jeri-1990', 1, 'Ahn Three', '안셋', 'The "cat"', NULL);
INSERT INTO "cast" VALUES ('tom-and-jeri-1990', 2, NULL, '박넷', NULL, NULL);
CREATE TABLE "genres" (
    "film" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "genre" TEXT NOT NULL CHECK ("genre" IN ('action', 'adventure', 'animation', 'comedy', 'crime', 'disaster', 'documentary', 'drama', 'erotic', 'experimental', 'fantasy', 'historical', 'horror', 'martial-arts', 'melodrama', 'musical', 'mystery', 'romance', 'science-fiction', 'sport', 'thriller', 'war', 'western')),
    PRIMARY KEY ("film", "place"),
    FOREIGN KEY ("film") REFERENCES "films" ("id")
);
INSERT INTO "genres" VALUES ('tom-and-jeri-1990', 1, 'comedy');
INSERT INTO "genres" VALUES ('tom-and-jeri-1990', 2, 'drama');
CREATE TABLE "themes" (
    "film" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "theme" TEXT NOT NULL CHECK ("theme" IN ('adoption', 'adultery', 'american-presence', 'animals', 'art', 'buddhism', 'bullying', 'childhood', 'christianity', 'cinema', 'city-life', 'class', 'colonial-period', 'coming-of-age', 'confucian-family', 'corruption', 'cults', 'defectors', 'democratisation', 'dictatorship', 'disability', 'division', 'environment', 'faith', 'family', 'family-secrets', 'fatherhood', 'first-love', 'folklore', 'food', 'friendship', 'gangsters', 'gender', 'ghosts', 'grief', 'guilt', 'gwangju', 'housing', 'illness', 'imf-crisis', 'imprisonment', 'joseon', 'justice', 'korean-war', 'labour', 'liberation', 'literature', 'loneliness', 'love', 'marriage', 'masculinity', 'media', 'memory', 'mental-illness', 'migration', 'military', 'monsters', 'motherhood', 'nationalism', 'obsession', 'old-age', 'pansori', 'police', 'pop-music', 'poverty', 'queer', 'revenge', 'royal-court', 'rural-life', 'school', 'sea', 'serial-murder', 'sewol', 'sex-work', 'sexual-violence', 'sexuality', 'shamanism', 'siblings', 'spies', 'suicide', 'survival', 'time-and-chance', 'tradition', 'truth-and-lies', 'unemployment', 'urbanisation', 'vietnam-war', 'violence', 'women', 'youth', 'zombies')),
    PRIMARY KEY ("film", "place"),
    FOREIGN KEY ("film") REFERENCES "films" ("id")
);
INSERT INTO "themes" VALUES ('tom-and-jeri-1990', 1, 'friendship');
CREATE TABLE "awards" (
    "film" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "body" TEXT NOT NULL CHECK ("body" IN ('academy-awards', 'bafta', 'golden-globes', 'cannes', 'berlin', 'venice', 'locarno', 'rotterdam', 'busan', 'jeonju', 'seoul-independent', 'grand-bell', 'blue-dragon', 'baeksang', 'buil', 'korean-critics', 'busan-critics', 'wildflower', 'women-in-film-korea', 'directors-cut', 'asia-pacific-screen', 'asian-film', 'sitges', 'fantasporto', 'fribourg', 'karlovy-vary', 'san-sebastian', 'tokyo', 'moscow', 'shanghai', 'sundance', 'tribeca', 'deauville', 'annecy')),
    "year" INTEGER NOT NULL CHECK ("year" BETWEEN 1888 AND 2200),
    "category" TEXT NOT NULL CHECK ("category" <> ''),
    "result" TEXT NOT NULL CHECK ("result" IN ('won', 'nominated')),
    "recipient" TEXT CHECK ("recipient" <> ''),
    "source" TEXT CHECK ("source" <> ''),
    PRIMARY KEY ("film", "place"),
    FOREIGN KEY ("film") REFERENCES "films" ("id")
);
CREATE TABLE "honours" (
    "film" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "list" TEXT NOT NULL CHECK ("list" IN ('kofa-100-2006', 'kofa-100-2014', 'kofa-100-2024', 'korean-screen-100-2021', 'ten-million')),
    "rank" INTEGER CHECK ("rank" BETWEEN 1 AND 1000000),
    "source" TEXT CHECK ("source" <> ''),
    PRIMARY KEY ("film", "place"),
    FOREIGN KEY ("film") REFERENCES "films" ("id")
);
CREATE TABLE "based_on" (
    "film" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "kind" TEXT NOT NULL CHECK ("kind" IN ('novel', 'short-story', 'play', 'comic', 'webtoon', 'film', 'sequel', 'memoir', 'folk-tale', 'pansori', 'poem', 'song', 'true-events', 'television', 'radio', 'other')),
    "title" TEXT CHECK ("title" <> ''),
    "author" TEXT CHECK ("author" <> ''),
    "earlier_film" TEXT CHECK ("earlier_film" <> ''),
    PRIMARY KEY ("film", "place"),
    FOREIGN KEY ("film") REFERENCES "films" ("id")
);
CREATE TABLE "sources" (
    "film" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "url" TEXT NOT NULL CHECK ("url" <> ''),
    "seen" TEXT NOT NULL CHECK ("seen" <> ''),
    PRIMARY KEY ("film", "place"),
    FOREIGN KEY ("film") REFERENCES "films" ("id")
);
CREATE TABLE "supports" (
    "film" TEXT NOT NULL,
    "source" INTEGER NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "field" TEXT NOT NULL CHECK ("field" <> ''),
    PRIMARY KEY ("film", "source", "place"),
    FOREIGN KEY ("film", "source") REFERENCES "sources" ("film", "place")
);
CREATE TABLE "disputed" (
    "film" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "field" TEXT NOT NULL CHECK ("field" <> ''),
    "value" TEXT NOT NULL CHECK ("value" <> ''),
    "number" INTEGER,
    "url" TEXT NOT NULL CHECK ("url" <> ''),
    PRIMARY KEY ("film", "place"),
    FOREIGN KEY ("film") REFERENCES "films" ("id")
);
CREATE TABLE "former_ids" (
    "film" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "former_id" TEXT NOT NULL CHECK ("former_id" <> ''),
    PRIMARY KEY ("film", "place"),
    FOREIGN KEY ("film") REFERENCES "films" ("id")
);
CREATE TABLE "directors" (
    "id" TEXT NOT NULL CHECK ("id" <> ''),
    "name" TEXT NOT NULL CHECK ("name" <> ''),
    "name_ko" TEXT CHECK ("name_ko" <> ''),
    "born" TEXT CHECK ("born" <> ''),
    "died" TEXT CHECK ("died" <> ''),
    "debut_title" TEXT CHECK ("debut_title" <> ''),
    "debut_title_ko" TEXT CHECK ("debut_title_ko" <> ''),
    "debut_year" INTEGER CHECK ("debut_year" BETWEEN 1888 AND 2200),
    "bio" TEXT CHECK ("bio" <> ''),
    "imdb" TEXT CHECK ("imdb" <> ''),
    "tmdb" INTEGER CHECK ("tmdb" BETWEEN 1 AND 1000000000),
    "kmdb" TEXT CHECK ("kmdb" <> ''),
    "wikidata" TEXT CHECK ("wikidata" <> ''),
    PRIMARY KEY ("id")
);
INSERT INTO "directors" VALUES ('kim-one', 'Kim One', '김하나', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "directors" VALUES ('lee-two', 'Lee Two', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
CREATE TABLE "director_aliases" (
    "director" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "alias" TEXT NOT NULL CHECK ("alias" <> ''),
    PRIMARY KEY ("director", "place"),
    FOREIGN KEY ("director") REFERENCES "directors" ("id")
);
CREATE TABLE "director_sources" (
    "director" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "url" TEXT NOT NULL CHECK ("url" <> ''),
    "seen" TEXT NOT NULL CHECK ("seen" <> ''),
    PRIMARY KEY ("director", "place"),
    FOREIGN KEY ("director") REFERENCES "directors" ("id")
);
CREATE TABLE "director_supports" (
    "director" TEXT NOT NULL,
    "source" INTEGER NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "field" TEXT NOT NULL CHECK ("field" <> ''),
    PRIMARY KEY ("director", "source", "place"),
    FOREIGN KEY ("director", "source") REFERENCES "director_sources" ("director", "place")
);
CREATE TABLE "director_disputed" (
    "director" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "field" TEXT NOT NULL CHECK ("field" <> ''),
    "value" TEXT NOT NULL CHECK ("value" <> ''),
    "number" INTEGER,
    "url" TEXT NOT NULL CHECK ("url" <> ''),
    PRIMARY KEY ("director", "place"),
    FOREIGN KEY ("director") REFERENCES "directors" ("id")
);
CREATE TABLE "director_former_ids" (
    "director" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "former_id" TEXT NOT NULL CHECK ("former_id" <> ''),
    PRIMARY KEY ("director", "place"),
    FOREIGN KEY ("director") REFERENCES "directors" ("id")
);
CREATE TABLE "collections" (
    "id" TEXT NOT NULL CHECK ("id" <> ''),
    "title" TEXT NOT NULL CHECK ("title" <> ''),
    "title_ko" TEXT CHECK ("title_ko" <> ''),
    "summary" TEXT CHECK ("summary" <> ''),
    "criterion" TEXT CHECK ("criterion" <> ''),
    "kind" TEXT NOT NULL CHECK ("kind" IN ('half', 'section', 'genre', 'theme', 'era', 'honours')),
    PRIMARY KEY ("id")
);
INSERT INTO "collections" VALUES ('all', '#1 of all', '모두', 'Everything, in two sections.', 'It is in a section.', 'theme');
INSERT INTO "collections" VALUES ('cats', 'Cats & mice', '고양이와 쥐', 'Films with a cat, a mouse, or "both".', '- An animal is <seen>.', 'theme');
INSERT INTO "collections" VALUES ('sums', 'Sums', NULL, NULL, NULL, 'theme');
CREATE TABLE "sections" (
    "collection" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "section" TEXT NOT NULL REFERENCES "collections" (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY ("collection", "place"),
    FOREIGN KEY ("collection") REFERENCES "collections" ("id")
);
INSERT INTO "sections" VALUES ('all', 1, 'cats');
INSERT INTO "sections" VALUES ('all', 2, 'sums');
CREATE TABLE "entries" (
    "collection" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "film" TEXT NOT NULL REFERENCES "films" (id) DEFERRABLE INITIALLY DEFERRED,
    "reason" TEXT NOT NULL CHECK ("reason" <> ''),
    PRIMARY KEY ("collection", "place"),
    FOREIGN KEY ("collection") REFERENCES "collections" ("id")
);
INSERT INTO "entries" VALUES ('cats', 1, 'tom-and-jeri-1990', 'It has `both`.');
INSERT INTO "entries" VALUES ('sums', 1, 'sum-1995', '@ one: it adds up.');
INSERT INTO "entries" VALUES ('sums', 2, 'tom-and-jeri-1990', '1 + 1 = 2.');
CREATE TABLE "evidence" (
    "collection" TEXT NOT NULL,
    "entry" INTEGER NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "name" TEXT NOT NULL CHECK ("name" <> ''),
    "url" TEXT NOT NULL CHECK ("url" <> ''),
    PRIMARY KEY ("collection", "entry", "place"),
    FOREIGN KEY ("collection", "entry") REFERENCES "entries" ("collection", "place")
);
CREATE TABLE "collection_former_ids" (
    "collection" TEXT NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 1),
    "former_id" TEXT NOT NULL CHECK ("former_id" <> ''),
    PRIMARY KEY ("collection", "place"),
    FOREIGN KEY ("collection") REFERENCES "collections" ("id")
);
CREATE TABLE about (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
INSERT INTO "about" VALUES ('data_version', 'listed');
INSERT INTO "about" VALUES ('licence', 'Records from the catalogue of kcinema: facts and ids CC0-1.0; prose (logline, note, bio, summary, criterion, reason) CC-BY-4.0, by the kcinema maintainers.');
CREATE UNIQUE INDEX one_place ON entries (collection, film);
CREATE UNIQUE INDEX films_imdb ON films (imdb);
CREATE UNIQUE INDEX films_tmdb ON films (tmdb);
CREATE UNIQUE INDEX films_kmdb ON films (kmdb);
CREATE UNIQUE INDEX films_kobis ON films (kobis);
CREATE UNIQUE INDEX films_wikidata ON films (wikidata);
CREATE INDEX films_year ON "films" (year);
CREATE INDEX aliases_alias ON "aliases" (alias);
CREATE INDEX film_directors_director ON "film_directors" (director);
CREATE INDEX cast_name ON "cast" (name);
CREATE INDEX cast_name_ko ON "cast" (name_ko);
CREATE INDEX countries_country ON "countries" (country);
CREATE INDEX genres_genre ON "genres" (genre);
CREATE INDEX themes_theme ON "themes" (theme);
CREATE INDEX awards_body ON "awards" (body);
CREATE INDEX honours_list ON "honours" (list);
CREATE INDEX based_on_earlier_film ON "based_on" (earlier_film);
CREATE INDEX sections_section ON "sections" (section);
CREATE INDEX entries_film ON "entries" (film);
CREATE VIEW collection_films AS
WITH RECURSIVE below (collection, part) AS (
    SELECT id, id FROM collections
    UNION
    SELECT below.collection, sections.section
    FROM below JOIN sections ON sections.collection = below.part
)
SELECT DISTINCT below.collection, entries.film
FROM below JOIN entries ON entries.collection = below.part;
CREATE VIRTUAL TABLE search USING fts5 (
    text, kind UNINDEXED, id UNINDEXED, what UNINDEXED,
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO "search" VALUES ('Tom & <Jeri>, *or* _not_', 'film', 'tom-and-jeri-1990', 'title');
INSERT INTO "search" VALUES ('=SUM(1)', 'film', 'sum-1995', 'title');
INSERT INTO "search" VALUES ('톰과 제리', 'film', 'tom-and-jeri-1990', 'title_ko');
INSERT INTO "search" VALUES ('합', 'film', 'sum-1995', 'title_ko');
INSERT INTO "search" VALUES ('Tomgwa Jeri', 'film', 'tom-and-jeri-1990', 'romanized');
INSERT INTO "search" VALUES ('Thomas', 'film', 'tom-and-jeri-1990', 'alias');
INSERT INTO "search" VALUES ('Ahn Three', 'film', 'tom-and-jeri-1990', 'cast');
INSERT INTO "search" VALUES ('안셋', 'film', 'tom-and-jeri-1990', 'cast');
INSERT INTO "search" VALUES ('박넷', 'film', 'tom-and-jeri-1990', 'cast');
INSERT INTO "search" VALUES ('Kim One', 'director', 'kim-one', 'name');
INSERT INTO "search" VALUES ('Lee Two', 'director', 'lee-two', 'name');
INSERT INTO "search" VALUES ('김하나', 'director', 'kim-one', 'name_ko');
INSERT INTO "search" VALUES ('#1 of all', 'collection', 'all', 'title');
INSERT INTO "search" VALUES ('Cats & mice', 'collection', 'cats', 'title');
INSERT INTO "search" VALUES ('Sums', 'collection', 'sums', 'title');
INSERT INTO "search" VALUES ('모두', 'collection', 'all', 'title_ko');
INSERT INTO "search" VALUES ('고양이와 쥐', 'collection', 'cats', 'title_ko');
