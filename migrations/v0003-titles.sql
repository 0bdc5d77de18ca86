-- The title folded (simplified, half width, lower case): a search puts titles that equal it first.
ALTER TABLE articles ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
UPDATE articles SET title_key = han_fold(title);
CREATE INDEX articles_by_title ON articles (title_key);

-- 画 and 划 are one character since then.
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
