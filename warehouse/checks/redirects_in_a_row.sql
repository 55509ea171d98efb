-- A row is a redirect that does not lead straight to an id in use: to another redirect, to itself, or from an id in use.
-- Scope: groups
SELECT r.table_name, r.old_id, r.new_id
FROM redirects AS r
WHERE
    r.old_id = r.new_id
    OR EXISTS (SELECT 1 FROM redirects AS n WHERE n.table_name = r.table_name AND n.old_id = r.new_id)
    OR (r.table_name = 'entities' AND r.old_id IN (SELECT entity_id FROM entities))
    OR (r.table_name = 'utterances' AND r.old_id IN (SELECT utterance_id FROM utterances))
    OR (r.table_name = 'stories' AND r.old_id IN (SELECT story_id FROM stories))
