-- Where an id leads that was published once. Grain: one row, or none.
SELECT new_id FROM redirects WHERE old_id = $id AND table_name = $table
