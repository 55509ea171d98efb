-- Labelled names whose article does not show their type, of a counted spelling: the type may be another now. Grain: one row a name of an
-- article.
CREATE VIEW scratch.main.doubtful_names AS
SELECT n.*
FROM lake_names AS n
SEMI JOIN counted_spellings AS c ON c.spelling = n.spelling
JOIN placed_articles AS p ON p.version = n.version
ANTI JOIN unlabelled_versions AS u ON u.version = n.version
WHERE n.sport IS NULL AND len(n.signs) > 0 AND NOT list_contains(n.signs, 'shown')
