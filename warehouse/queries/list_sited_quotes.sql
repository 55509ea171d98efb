-- Every quote with its speaker's principal, what proposes links over time, and whether it is to be linked anew: as labelled, or sited
-- anew. Grain: one row a quote.
CREATE VIEW scratch.main.sited_quotes AS
SELECT
    l.quote_id, l.version, l.article_id, l.published_on, l.story_id, l.speaker, l.speaker_name, l.speaks_as, l.principal,
    l.is_recalled, l.far_keys, l.passage_keys, l.component, l.utterance_id AS before_utterance_id, false AS is_fresh
FROM before_quote_labels AS l
ANTI JOIN left_versions AS v ON v.version = l.version
ANTI JOIN resited_versions AS r ON r.version = l.version
UNION ALL
SELECT
    quote_id, version, article_id, published_on, story_id, speaker, speaker_name, speaks_as, principal,
    is_recalled, far_keys, passage_keys, component, before_utterance_id, is_fresh
FROM quotes_sited_anew
