-- What the key of a name is made of. Grain: one row a type, name, owner and sport.
CREATE TABLE scratch.main.wanted_name_keys AS
SELECT DISTINCT type, name, owner, sport
FROM typed_names
