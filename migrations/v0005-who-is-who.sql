-- One row of people is one real person: several may bear one name, and one may bear many. The program computes who is
-- who from the tables below (Documentation/Identity.md); in an archive of an older version it fills them step by step
-- the next time it ingests.

-- A name that may mean several people, and articles do not say which: counted apart from people.
ALTER TABLE people ADD COLUMN is_open INTEGER NOT NULL DEFAULT 0 CHECK (is_open IN (0, 1));
-- The folded name that is shown. The column name_key holds what the person is computed from.
ALTER TABLE people ADD COLUMN shown_key TEXT NOT NULL DEFAULT '';
UPDATE people SET shown_key = replace(name_key, '/', '');
CREATE INDEX people_open ON people (id) WHERE is_open = 1;

-- A name as articles give it, with the Latin spelling that stands with it: 史密斯 and 史密斯（Adam Smith） are two rows.
CREATE TABLE bearers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,                       -- folded, middle dots between its components; 李明/2 after a split
  latin TEXT NOT NULL DEFAULT '',           -- folded words; empty where articles give no Latin spelling
  key TEXT NOT NULL,                        -- the name without dots
  family TEXT,                              -- the last component of a name with dots
  whole TEXT,                               -- first and last component; an undotted name of four characters or more
  articles INTEGER NOT NULL DEFAULT 0,
  person_id INTEGER REFERENCES people (id), -- NULL where it differs from article to article
  is_core INTEGER NOT NULL DEFAULT 0 CHECK (is_core IN (0, 1)), -- whether names and spellings alone say who it is
  UNIQUE (name, latin)
) STRICT;
CREATE INDEX bearers_by_key ON bearers (key);
CREATE INDEX bearers_by_latin ON bearers (latin) WHERE latin <> '';
CREATE INDEX bearers_by_family ON bearers (family) WHERE family IS NOT NULL;
CREATE INDEX bearers_by_whole ON bearers (whole) WHERE whole IS NOT NULL;
-- Whole indexes: a foreign key is not checked by a partial one.
CREATE INDEX bearers_by_person ON bearers (person_id);

-- The short forms that articles give beside a bearer's full name.
CREATE TABLE bearer_shorts (
  short TEXT NOT NULL,                      -- folded
  bearer_id INTEGER NOT NULL REFERENCES bearers (id) ON DELETE CASCADE,
  articles INTEGER NOT NULL,
  PRIMARY KEY (bearer_id, short)
) STRICT, WITHOUT ROWID;
CREATE INDEX bearer_shorts_by_short ON bearer_shorts (short);

-- What an article says about who its people are: words around their names, people and countries beside them, source
-- and day, hashed (Sources/Identity/ArticleEvidence.swift). People are told apart again without reading texts.
CREATE TABLE article_evidence (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  data BLOB NOT NULL
) STRICT;

-- Names whose articles changed, and people whose names changed, since who is who was last computed.
CREATE TABLE pending_bearers (bearer_id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE pending_people (person_id INTEGER PRIMARY KEY) STRICT;

-- The names of each person: every form with the number of articles that use it.
CREATE TABLE person_forms (
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('full', 'short', 'latin')),
  name TEXT NOT NULL,
  key TEXT NOT NULL,                        -- folded
  articles INTEGER NOT NULL,
  PRIMARY KEY (person_id, kind, name)
) STRICT, WITHOUT ROWID;
INSERT INTO person_forms (person_id, kind, name, key, articles)
SELECT n.person_id, f.kind, f.text, coalesce(min(f.form_key), min(n.key)), sum(f.articles)
FROM names n JOIN name_forms f ON f.name_key = n.key
GROUP BY n.person_id, f.kind, f.text;
CREATE INDEX person_forms_by_key ON person_forms (key);
CREATE INDEX person_forms_by_name ON person_forms (name);

DROP VIEW person_names;
CREATE VIEW person_names AS
-- A short form that other articles use alone is one name.
SELECT f.person_id, f.name, f.kind, f.articles + ifnull(s.articles, 0) AS articles
FROM (
  SELECT f.person_id, f.name, f.articles,
    CASE WHEN f.kind = 'full' AND f.key <> p.shown_key THEN 'variant' ELSE f.kind END AS kind
  FROM person_forms f JOIN people p ON p.id = f.person_id
) f
LEFT JOIN person_forms s ON f.kind = 'short' AND s.person_id = f.person_id AND s.kind = 'full' AND s.name = f.name
WHERE f.kind <> 'variant' OR NOT EXISTS (
  SELECT 1 FROM person_forms o WHERE o.person_id = f.person_id AND o.kind = 'short' AND o.name = f.name)
UNION ALL
SELECT DISTINCT f.person_id, j.other, 'variant', 0
FROM person_judgements j JOIN person_forms f ON f.key = j.name_key AND f.kind = 'full'
WHERE j.kind = 'alias' AND NOT EXISTS (
  SELECT 1 FROM person_forms o WHERE o.person_id = f.person_id AND o.name = j.other);

DROP TABLE names;
DROP TABLE name_forms;

-- The persons of each document: the bearer, and a number by which some articles stand for all of a person's.
DROP INDEX document_people_by_name;
ALTER TABLE document_people DROP COLUMN name_key;
ALTER TABLE document_people ADD COLUMN bearer_id INTEGER REFERENCES bearers (id); -- NULL until it is computed
ALTER TABLE document_people ADD COLUMN sample INTEGER NOT NULL DEFAULT 0;
CREATE INDEX document_people_by_bearer ON document_people (bearer_id, sample);

-- Mentions lie in the order of their articles. Whom a mention means is read from document_people, so that it costs
-- nothing to learn that a name means somebody else. The view has the columns that the table had; it cannot be written.
CREATE TABLE mention_rules (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO mention_rules (name) SELECT DISTINCT rule FROM mentions ORDER BY rule;
CREATE TABLE mention_rows (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,                -- among the mentions of the article
  field INTEGER NOT NULL,                   -- 0 title, 1 body, 2 caption
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  ordinal INTEGER,                          -- of document_people
  code TEXT REFERENCES countries (code),
  rule INTEGER NOT NULL REFERENCES mention_rules (id),
  confidence REAL NOT NULL,
  PRIMARY KEY (article_id, position),
  CHECK ((ordinal IS NULL) <> (code IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO mention_rows (article_id, position, field, start, "end", text, ordinal, code, rule, confidence)
SELECT m.article_id, row_number() OVER (PARTITION BY m.article_id ORDER BY m.rowid) - 1,
  CASE m.field WHEN 'title' THEN 0 WHEN 'body' THEN 1 ELSE 2 END, m.start, m."end", m.text,
  CASE WHEN m.code IS NULL THEN ifnull(m.ordinal, 0) END, m.code, r.id, m.confidence
FROM mentions m JOIN mention_rules r ON r.name = m.rule
ORDER BY m.article_id, m.rowid;
DROP VIEW mention_contexts;
DROP TABLE mentions;
CREATE VIEW mentions AS
SELECT m.article_id, CASE m.field WHEN 0 THEN 'title' WHEN 1 THEN 'body' ELSE 'caption' END AS field, m.start, m."end",
  m.text, 'person' AS entity, d.person_id, NULL AS code, r.name AS rule, m.confidence, m.ordinal, m.position
FROM document_people d
JOIN mention_rows m ON m.article_id = d.article_id AND m.ordinal = d.ordinal
JOIN mention_rules r ON r.id = m.rule
UNION ALL
SELECT m.article_id, CASE m.field WHEN 0 THEN 'title' WHEN 1 THEN 'body' ELSE 'caption' END, m.start, m."end",
  m.text, 'country', NULL, m.code, r.name, m.confidence, NULL, m.position
FROM mention_rows m
JOIN mention_rules r ON r.id = m.rule
WHERE m.code IS NOT NULL;

CREATE VIEW mention_contexts AS
SELECT m.article_id, m.person_id, m.code, m.text, m.field, m.rule,
  replace(
    substr(t.text, max(m.start - 15, 0) + 1, min(m.start, 15)) || '[' || m.text || ']'
      || substr(t.text, m."end" + 1, 15), char(10), ' ') AS context
FROM mentions m
JOIN (
  SELECT id, 'title' AS field, title AS text FROM articles
  UNION ALL SELECT id, 'body', body FROM articles
  UNION ALL SELECT id, 'caption', caption FROM articles
) t ON t.id = m.article_id AND t.field = m.field;

-- As before, with the mark of names that are left open: `WHERE is_open = 0` counts people only.
DROP VIEW people_overview;
CREATE VIEW people_overview AS
SELECT p.id AS person_id, p.name, p.latin_name, count(*) AS articles, min(a.published_at) AS first_seen,
  max(a.published_at) AS last_seen, p.is_open
FROM people p
JOIN article_people ap ON ap.person_id = p.id
JOIN articles a INDEXED BY articles_dates ON a.id = ap.article_id
WHERE p.hidden = 0
GROUP BY p.id;

DROP VIEW person_articles;
CREATE VIEW person_articles AS
SELECT p.id AS person_id, p.name, a.id AS article_id, a.published_at, a.source, a.title, ap.mentions, a.url, p.is_open
FROM people p
JOIN article_people ap ON ap.person_id = p.id
JOIN articles a ON a.id = ap.article_id
WHERE p.hidden = 0;

DROP VIEW person_months;
CREATE VIEW person_months AS
SELECT p.id AS person_id, p.name, substr(a.published_at, 1, 7) AS month, count(*) AS articles, p.is_open
FROM people p
JOIN article_people ap ON ap.person_id = p.id
JOIN articles a INDEXED BY articles_dates ON a.id = ap.article_id
WHERE p.hidden = 0
GROUP BY p.id, p.name, month;

DROP VIEW person_pairs;
CREATE VIEW person_pairs AS
SELECT a.person_id AS person_a, pa.name AS a, b.person_id AS person_b, pb.name AS b,
  a.article_id, substr(r.published_at, 1, 7) AS month, pa.is_open AS is_open_a, pb.is_open AS is_open_b
FROM people pa
JOIN article_people a ON a.person_id = pa.id
JOIN article_people b ON b.article_id = a.article_id AND b.person_id <> a.person_id
JOIN people pb ON pb.id = b.person_id
JOIN articles r INDEXED BY articles_dates ON r.id = a.article_id
WHERE pa.hidden = 0 AND pb.hidden = 0;

DROP VIEW person_countries;
CREATE VIEW person_countries AS
SELECT p.id AS person_id, p.name, ac.code, c.name_zh AS country, ap.article_id,
  substr(a.published_at, 1, 7) AS month, p.is_open
FROM people p
JOIN article_people ap ON ap.person_id = p.id
JOIN article_countries ac ON ac.article_id = ap.article_id
JOIN countries c ON c.code = ac.code
JOIN articles a INDEXED BY articles_dates ON a.id = ap.article_id
WHERE p.hidden = 0 AND ac.kind NOT IN ('metonym', 'outlet');
