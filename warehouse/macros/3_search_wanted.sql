-- The terms that an article must have to be found, of what search_items() makes of a search. Grain: one row a term. A form that stands in no text is led to the longest term, of four
-- letters or more unless it is the same, that it is itself ("shepherd" where only "shepherds" stands), or is with a usual English ending, a last y counting as the i
-- that terms have ("penalty" where only "penalties" stands); a word that nothing leads to stays as it is, and nothing has it.
CREATE MACRO search_wanted(items) AS TABLE
WITH asked AS MATERIALIZED (
    SELECT DISTINCT unnest(item.words) AS word
    FROM (SELECT unnest(items) AS item)
    WHERE NOT item.is_without
),
known AS MATERIALIZED (
    SELECT word, term FROM search_words WHERE word IN (SELECT word FROM asked)
),
unseen AS (
    SELECT a.word, arg_max(t.term, length(t.term)) AS term
    FROM (SELECT word, unnest([word, regexp_replace(word, 'y$', 'i')]) AS form FROM asked WHERE word NOT IN (SELECT word FROM known)) AS a
    JOIN search_terms AS t ON starts_with(a.form, t.term)
    WHERE
        (length(t.term) >= 4 OR t.term = a.form)
        AND a.form[length(t.term) + 1:] IN ('', 's', 'es', 'd', 'ed', 'ing', 'er', 'ers', 'ly', 'e', 'al', 'ment', 'ments')
    GROUP BY a.word
)
SELECT DISTINCT coalesce(k.term, u.term, a.word) AS term
FROM asked AS a
LEFT JOIN known AS k ON k.word = a.word
LEFT JOIN unseen AS u ON u.word = a.word
