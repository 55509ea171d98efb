-- Utterances that may be others than in the snapshot in service: those decided now, and those that are gone. Grain: one row of `utterances`.
SELECT utterance_id AS key FROM decided_utterances
UNION
SELECT b.utterance_id FROM before_utterances AS b ANTI JOIN assigned_utterances AS a ON a.utterance_id = b.utterance_id
