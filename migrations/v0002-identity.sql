-- One person across articles: people are computed from the names of the documents and from what users judge.
-- The program fills the new columns and tables when it next opens the archive for writing.

-- The persons of each document know the name they are counted under, and their mentions.
ALTER TABLE document_people ADD COLUMN name_key TEXT NOT NULL DEFAULT '';     -- of names
ALTER TABLE document_people ADD COLUMN mentions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document_people ADD COLUMN first_start INTEGER NOT NULL DEFAULT 0; -- within its field
ALTER TABLE mentions ADD COLUMN ordinal INTEGER;                              -- of document_people
UPDATE mentions SET ordinal = (
  SELECT min(d.ordinal) FROM document_people d
  WHERE d.article_id = mentions.article_id AND d.person_id = mentions.person_id)
WHERE person_id IS NOT NULL;
UPDATE document_people SET
  mentions = (
    SELECT count(*) FROM mentions m
    WHERE m.article_id = document_people.article_id AND m.ordinal = document_people.ordinal),
  first_start = ifnull((
    SELECT m.start FROM mentions m
    WHERE m.article_id = document_people.article_id AND m.ordinal = document_people.ordinal
    ORDER BY CASE m.field WHEN 'title' THEN 0 WHEN 'body' THEN 1 ELSE 2 END, m.start LIMIT 1), 0);
CREATE INDEX document_people_by_name ON document_people (name_key);

-- Every folded full name, whose it is, and why.
CREATE TABLE names (
  key TEXT PRIMARY KEY,                     -- simplified, without dots and blanks; 李明/2 where a user told two apart
  person_id INTEGER NOT NULL REFERENCES people (id),
  role TEXT NOT NULL DEFAULT 'full' CHECK (role IN ('full', 'variant', 'short')),
  articles INTEGER NOT NULL DEFAULT 0,      -- in which a person bears it
  latin_articles INTEGER NOT NULL DEFAULT 0, -- those of them that give a Latin spelling
  is_dotted INTEGER NOT NULL DEFAULT 0 CHECK (is_dotted IN (0, 1)),
  known TEXT,                               -- the well-known person whom it means
  core TEXT NOT NULL,                       -- names that are one person by themselves share a core
  owner TEXT,                               -- the core whose short form it is
  owner_articles INTEGER NOT NULL DEFAULT 0 -- articles that say so
) STRICT, WITHOUT ROWID;
CREATE INDEX names_by_person ON names (person_id);
CREATE INDEX names_by_core ON names (core) WHERE core <> key;
CREATE INDEX names_by_owner ON names (owner) WHERE owner IS NOT NULL;
CREATE INDEX names_by_known ON names (known) WHERE known IS NOT NULL;

-- Every form and Latin spelling that articles give of a name, with the number of articles.
CREATE TABLE name_forms (
  name_key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('full', 'short', 'latin')),
  text TEXT NOT NULL,
  form_key TEXT,                            -- folded, of short forms and of Latin spellings that tell people apart
  articles INTEGER NOT NULL,
  PRIMARY KEY (name_key, kind, text)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_forms_by_key ON name_forms (form_key, kind) WHERE form_key IS NOT NULL;
CREATE INDEX name_forms_by_text ON name_forms (text);

-- What users said about people; refers to folded names and addresses of articles, never to rows.
CREATE TABLE person_judgements (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'hide', 'alias')),
  name_key TEXT NOT NULL,                   -- the name it is about
  name TEXT NOT NULL,                       -- as the user wrote it
  other_key TEXT,                           -- merge: the same person; split: somebody else; alias: the alias
  other TEXT,                               -- as the user wrote it
  article_key TEXT,                         -- split: the canonical address of the article in which it means other
  created_at TEXT NOT NULL,
  CHECK ((kind = 'hide') = (other_key IS NULL) AND (article_key IS NULL OR kind = 'split'))
) STRICT;
CREATE UNIQUE INDEX person_judgements_once
ON person_judgements (kind, name_key, ifnull(other_key, ''), ifnull(article_key, ''));

-- The forms of a person's names, as before; aliases that no article gives count 0.
DROP TABLE person_names;
CREATE VIEW person_names AS
SELECT n.person_id, f.text AS name, CASE f.kind WHEN 'full' THEN n.role ELSE f.kind END AS kind,
  sum(f.articles) AS articles
FROM names n JOIN name_forms f ON f.name_key = n.key
GROUP BY n.person_id, f.text, CASE f.kind WHEN 'full' THEN n.role ELSE f.kind END
UNION ALL
SELECT DISTINCT n.person_id, j.other, 'variant', 0
FROM person_judgements j JOIN names n ON n.key = j.name_key
WHERE j.kind = 'alias' AND NOT EXISTS (
  SELECT 1 FROM names o JOIN name_forms f ON f.name_key = o.key
  WHERE o.person_id = n.person_id AND f.text = j.other);
