-- Every quote but scare quotes with who speaks: as labelled, or placed anew. Grain: one row a quote of an article that stands.
CREATE VIEW scratch.main.placed_quotes AS
SELECT l.speaker, l.speaker_name, l.speaks_as
FROM before_quote_labels AS l
ANTI JOIN left_versions AS v ON v.version = l.version
ANTI JOIN moved_articles AS m ON m.version = l.version
UNION ALL
SELECT speaker, speaker_name, speaks_as
FROM quotes_placed_anew
