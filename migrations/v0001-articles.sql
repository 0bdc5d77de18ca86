-- The archive's first schema. Times are ISO 8601 UTC text (2024-10-21T13:36:07Z), hashes lower-case hexadecimal.
-- Offsets are 0-based Unicode code points, end exclusive: substr(body, start + 1, end - start) is the text.

-- One row an article, the newest capture of it.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  url TEXT,                                 -- as published; NULL when the file names none
  url_key TEXT NOT NULL UNIQUE,             -- canonical URL, else sha256:<hash>
  title TEXT NOT NULL,
  body TEXT NOT NULL,                       -- paragraphs joined by line ends
  caption TEXT,                             -- of the lead image
  image_url TEXT,
  published_at TEXT,
  captured_at TEXT,
  source TEXT,                              -- host without www., else the front matter's author
  language TEXT,                            -- zh-Hans, zh-Hant, en …
  sha256 TEXT NOT NULL,                     -- of the file this text was read from
  revision INTEGER NOT NULL DEFAULT 1,      -- counts the captures that changed it
  extractor_version INTEGER NOT NULL,       -- of the people and countries below
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_date ON articles (published_at);
CREATE INDEX articles_by_source ON articles (source, published_at);
CREATE INDEX articles_by_hash ON articles (sha256);

-- Articles a user took out: dropping their files again does not bring them back.
CREATE TABLE tombstones (
  url_key TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  deleted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- People: computed from document_people, never edited.
CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  name_key TEXT NOT NULL UNIQUE,            -- folded full name: simplified, without dots and blanks
  name TEXT NOT NULL,
  latin_name TEXT,
  hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1))
) STRICT;
CREATE INDEX people_by_name ON people (name);

-- Every form of a person's name, with the number of articles that use it.
CREATE TABLE person_names (
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('full', 'short', 'latin', 'variant')),
  articles INTEGER NOT NULL,
  PRIMARY KEY (person_id, name, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_names_by_name ON person_names (name);

-- The persons of each document as the extractor found them; forms and latin are JSON arrays.
CREATE TABLE document_people (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  forms TEXT NOT NULL,
  latin TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people (id),
  PRIMARY KEY (article_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_people_by_person ON document_people (person_id);

CREATE TABLE article_people (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  mentions INTEGER NOT NULL,
  first_start INTEGER NOT NULL,             -- of the first mention, within its field
  PRIMARY KEY (article_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_people_by_person ON article_people (person_id, article_id);

-- Countries: ISO 3166-1 alpha-2 and XK; TW HK MO PS under their own codes; historical SU YU DD CS.
CREATE TABLE countries (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('state', 'territory', 'disputed', 'historical')),
  successor TEXT                            -- code of the successor of a historical state
) STRICT;

CREATE TABLE country_names (
  code TEXT NOT NULL REFERENCES countries (code) ON DELETE CASCADE,
  name TEXT NOT NULL,
  PRIMARY KEY (code, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX country_names_by_name ON country_names (name);

CREATE TABLE article_countries (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  code TEXT NOT NULL REFERENCES countries (code),
  mentions INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('name', 'abbreviation', 'institution', 'metonym', 'outlet')),
  focus INTEGER NOT NULL CHECK (focus IN (0, 1)),
  PRIMARY KEY (article_id, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_countries_by_code ON article_countries (code, article_id);

-- Every place where a person or a country is named, with the rule that found it.
CREATE TABLE mentions (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field IN ('title', 'body', 'caption')),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  entity TEXT NOT NULL CHECK (entity IN ('person', 'country')),
  person_id INTEGER REFERENCES people (id),
  code TEXT REFERENCES countries (code),
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  CHECK ((entity = 'person') = (person_id IS NOT NULL) AND (entity = 'country') = (code IS NOT NULL))
) STRICT;
CREATE INDEX mentions_by_article ON mentions (article_id);
CREATE INDEX mentions_by_person ON mentions (person_id) WHERE person_id IS NOT NULL;

-- The ledger: every file ever seen, its bytes' hash and what became of it. A path seen again with other bytes
-- is another row.
CREATE TABLE files (
  id INTEGER PRIMARY KEY,
  path BLOB NOT NULL,                       -- raw bytes as the file system has them
  display_path TEXT NOT NULL,
  sha256 TEXT,                              -- NULL when it could not be read
  size INTEGER,
  state TEXT NOT NULL CHECK (state IN ('reading', 'stored', 'archived', 'duplicate', 'stale', 'removed', 'retry',
    'failed', 'quarantined')),
  article_id INTEGER REFERENCES articles (id) ON DELETE SET NULL,
  error TEXT,
  attempts INTEGER NOT NULL DEFAULT 1,      -- how many times it was opened
  deaths INTEGER NOT NULL DEFAULT 0,        -- how many times the program died while it was open
  first_seen TEXT NOT NULL,
  last_change TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX files_by_path ON files (path, ifnull(sha256, ''));
CREATE INDEX files_by_hash ON files (sha256);
CREATE INDEX files_by_article ON files (article_id) WHERE article_id IS NOT NULL;
CREATE INDEX files_by_change ON files (last_change);
CREATE INDEX files_unsettled ON files (state) WHERE state IN ('reading', 'stored', 'retry');
CREATE INDEX files_with_errors ON files (state, last_change) WHERE error IS NOT NULL;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  command TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,                         -- NULL while it runs, or when it was killed
  added INTEGER NOT NULL DEFAULT 0,
  replaced INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,     -- duplicates, older captures, removed articles
  failed INTEGER NOT NULL DEFAULT 0,
  postponed INTEGER NOT NULL DEFAULT 0      -- left where they are for a later run
) STRICT;

-- What the program keeps about the archive itself.
CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Full text. The number is the version of han's folding tables; another version is refused, not misread.
-- Rows are written by the program, last in each transaction; no trigger touches them.
CREATE VIRTUAL TABLE articles_fts USING fts5 (
  body, title, caption, content = 'articles', content_rowid = 'id', tokenize = 'han version 1'
);
CREATE VIRTUAL TABLE people_fts USING fts5 (names, latin, tokenize = 'han version 1');
CREATE VIRTUAL TABLE countries_fts USING fts5 (names, tokenize = 'han version 1');

-- For the shell: one row an article, its people and countries as lists.
CREATE VIEW article_overview AS
SELECT a.id, a.published_at, a.source, a.title,
  (SELECT group_concat(name, ', ') FROM (
    SELECT p.name FROM article_people ap JOIN people p ON p.id = ap.person_id
    WHERE ap.article_id = a.id AND p.hidden = 0 ORDER BY ap.mentions DESC, ap.first_start)) AS people,
  (SELECT group_concat(code, ', ') FROM (
    SELECT ac.code FROM article_countries ac
    WHERE ac.article_id = a.id AND ac.kind NOT IN ('metonym', 'outlet')
    ORDER BY ac.mentions DESC, ac.code)) AS countries,
  a.url
FROM articles a;

CREATE VIEW person_months AS
SELECT p.id AS person_id, p.name, substr(a.published_at, 1, 7) AS month, count(*) AS articles
FROM people p JOIN article_people ap ON ap.person_id = p.id JOIN articles a ON a.id = ap.article_id
WHERE p.hidden = 0
GROUP BY p.id, month;

CREATE VIEW country_months AS
SELECT ac.code, c.name_zh AS name, substr(a.published_at, 1, 7) AS month, count(*) AS articles
FROM article_countries ac JOIN countries c ON c.code = ac.code JOIN articles a ON a.id = ac.article_id
WHERE ac.kind NOT IN ('metonym', 'outlet')
GROUP BY ac.code, month;

-- One row an article and ordered pair of people (or countries) in it: filter by a (or code_a), group by b.
CREATE VIEW person_pairs AS
SELECT a.person_id AS person_a, pa.name AS a, b.person_id AS person_b, pb.name AS b,
  a.article_id, substr(r.published_at, 1, 7) AS month
FROM people pa
JOIN article_people a ON a.person_id = pa.id
JOIN article_people b ON b.article_id = a.article_id AND b.person_id <> a.person_id
JOIN people pb ON pb.id = b.person_id
JOIN articles r ON r.id = a.article_id
WHERE pa.hidden = 0 AND pb.hidden = 0;

CREATE VIEW country_pairs AS
SELECT a.code AS a, b.code AS b, a.article_id, substr(r.published_at, 1, 7) AS month
FROM article_countries a
JOIN article_countries b ON b.article_id = a.article_id AND b.code <> a.code
JOIN articles r ON r.id = a.article_id
WHERE a.kind NOT IN ('metonym', 'outlet') AND b.kind NOT IN ('metonym', 'outlet');
