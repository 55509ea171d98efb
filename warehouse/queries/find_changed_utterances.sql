-- Utterances that may be others than in the snapshot in service: those decided now, and those that are gone. Grain: one row of `utterances`.
SELECT utterance_id AS key FROM decided_utterances
UNION
SELECT utterance_id FROM gone_utterances
